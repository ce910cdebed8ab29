package io.safeupdate.cli.session;

import io.safeupdate.config.SafeUpdateConfig;
import java.util.function.Consumer;

/** Opens sessions. */
public interface Sessions {

  /**
   * Whether somebody else runs the operations, so that they go on when this process ends: a server
   * at an address, or an {@code up} of the same state directory.
   */
  boolean areShared(SafeUpdateConfig config);

  /**
   * Connects to what runs, or starts an own server and worker for as long as the session is open.
   *
   * @param notices hears, in one line, what a person should know about how it is reached
   */
  Session open(SafeUpdateConfig config, Consumer<String> notices) throws InterruptedException;
}

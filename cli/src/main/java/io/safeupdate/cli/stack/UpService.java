package io.safeupdate.cli.stack;

import java.net.URI;

/** Something that serves as long as {@code up} or {@code api} runs, such as the API. */
public interface UpService extends AutoCloseable {

  /** What people call it, such as {@code console}; in JSON, its key. */
  String name();

  /** Where it answers. */
  URI url();

  /** Stops it within seconds. */
  @Override
  void close();

  /** Starts one. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts the service; it answers when this returns.
     *
     * @param backend what it may talk to
     */
    UpService start(Backend backend);
  }
}

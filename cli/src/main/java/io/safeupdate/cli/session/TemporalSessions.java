package io.safeupdate.cli.session;

import io.safeupdate.cli.stack.Activities;
import io.safeupdate.cli.stack.Stack;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.temporal.AlreadyUpException;
import io.safeupdate.worker.temporal.TemporalConnection;
import io.safeupdate.worker.temporal.TemporalUnavailableException;
import io.safeupdate.worker.temporal.UpLock;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Origin;
import java.time.Duration;
import java.util.function.Consumer;

/** Connects to what runs; where nothing does, runs it for as long as the session is open. */
public final class TemporalSessions implements Sessions {
  /** An {@code up} that has just begun needs some time until its server answers. */
  private static final Duration STARTING = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Activities activities;
  private final Origin origin;

  /**
   * @param user who sits at the command line
   */
  public TemporalSessions(Activities activities, String user) {
    this.activities = activities;
    this.origin = Origin.ofCommandLine(user);
  }

  @Override
  public boolean areShared(SafeUpdateConfig config) {
    if (!config.temporal().isEmbedded()) {
      return true;
    }
    try {
      UpLock.acquire(config.stateDirectory()).close();
      return false;
    } catch (AlreadyUpException e) {
      return true;
    }
  }

  @Override
  public Session open(SafeUpdateConfig config, Consumer<String> notices)
      throws InterruptedException {
    if (!config.temporal().isEmbedded()) {
      return shared(config, Stack.connect(config));
    }
    try {
      Stack stack = Stack.start(config, activities, notices);
      notices.accept(
          "No `safe-update up` runs: this command runs the updates itself until it ends.");
      return new TemporalSession(stack.operations(), origin, new OwnStack(stack, notices));
    } catch (AlreadyUpException e) {
      return shared(config, patiently(config));
    }
  }

  private Session shared(SafeUpdateConfig config, TemporalConnection connection) {
    return new TemporalSession(
        new Operations(connection.client(), config.host()),
        origin,
        new SharedConnection(connection));
  }

  private static TemporalConnection patiently(SafeUpdateConfig config) throws InterruptedException {
    long giveUp = System.nanoTime() + STARTING.toNanos();
    while (true) {
      try {
        return Stack.connect(config);
      } catch (TemporalUnavailableException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }
}

package io.safeupdate.worker.temporal;

import io.safeupdate.worker.temporal.Launcher.Launched;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The real server as a supervised child: when it dies, it is started again on the same ports. */
final class DevServer implements EmbeddedServer {
  private static final int TRIES = 3;
  private static final long LOOK_MILLIS = 250;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Launcher launcher;
  private final Consumer<String> tell;
  private final Thread supervisor;
  private volatile Launched current;

  private DevServer(Launcher launcher, Launched current, Consumer<String> tell) {
    this.launcher = launcher;
    this.current = current;
    this.tell = tell;
    this.supervisor = new Thread(this::supervise, "temporal-supervisor");
    supervisor.setDaemon(true);
  }

  /**
   * Takes over the server that an earlier run left behind, or starts one.
   *
   * @throws TemporalUnavailableException when none starts
   */
  static DevServer start(Launcher launcher, Consumer<String> tell) throws InterruptedException {
    Optional<Launched> adopted = launcher.adopt();
    adopted.ifPresent(
        server ->
            tell.accept(
                "Took over the Temporal server that an earlier run left behind (process %d)."
                    .formatted(server.process().pid())));
    DevServer server =
        new DevServer(launcher, adopted.isPresent() ? adopted.get() : first(launcher), tell);
    server.supervisor.start();
    return server;
  }

  /** Between finding a port free and using it, somebody else may have taken it. */
  private static Launched first(Launcher launcher) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return launcher.launch(Ports.free());
      } catch (TemporalUnavailableException failure) {
        if (attempt == TRIES) {
          throw failure;
        }
      }
    }
  }

  private void supervise() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        if (!current.process().isAlive()) {
          tell.accept("The Temporal server stopped by itself; it is started again.");
          current = again(Ports.of(current.record()));
          tell.accept("The Temporal server is back at " + current.record().address() + ".");
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** On the same ports, where workers, clients and browsers look for it. */
  private Launched again(Ports ports) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Thread.sleep(pause.toMillis());
      try {
        return launcher.launch(ports);
      } catch (RuntimeException failure) {
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        tell.accept(
            "%s%nIt is tried again in %d s.".formatted(failure.getMessage(), pause.toSeconds()));
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public ServerRecord record() {
    return current.record();
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void close() {
    supervisor.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      supervisor.join();
    } catch (InterruptedException hurry) {
      interrupted = true;
    }
    current.stop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

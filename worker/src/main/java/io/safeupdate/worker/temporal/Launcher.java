package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts the dev server as a child, or finds the one that an earlier run left behind. */
final class Launcher {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration ADOPT_LIMIT = Duration.ofSeconds(10);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final ServerFiles files;
  private final DevServerCommand command;
  private final ServerLog log;

  Launcher(ServerFiles files, DevServerCommand command) {
    this.files = files;
    this.command = command;
    this.log = new ServerLog(files.log());
  }

  /** A server with its process. */
  record Launched(ServerProcess process, ServerRecord record) {
    void stop() {
      process.stop(STOP_GRACE);
    }
  }

  /**
   * The server that an earlier run left behind, if it still serves. One that does not, or that
   * nothing speaks of, is stopped: two servers must not share a database file.
   */
  Optional<Launched> adopt() throws InterruptedException {
    Optional<Launched> left =
        ServerRecord.read(files.record())
            .filter(record -> record.uiUrl().isPresent())
            .flatMap(record -> ServerProcess.of(record).map(it -> new Launched(it, record)));
    if (left.isPresent() && serves(left.get(), ADOPT_LIMIT)) {
      return left;
    }
    left.ifPresent(Launched::stop);
    strays().forEach(process -> process.stop(STOP_GRACE));
    return Optional.empty();
  }

  private List<ServerProcess> strays() {
    return ProcessHandle.allProcesses()
        .filter(
            handle ->
                handle.info().arguments().map(List::of).filter(command::isServedBy).isPresent())
        .map(ServerProcess::new)
        .filter(ServerProcess::isAlive)
        .toList();
  }

  /**
   * Starts the server and waits until it serves.
   *
   * @throws TemporalUnavailableException when it does not; nothing of it is left running
   */
  Launched launch(Ports ports) throws InterruptedException {
    ports.requireFree();
    log.rotate();
    Launched launched = spawn(ports);
    boolean serves = false;
    try {
      launched.record().write(files.record());
      serves = serves(launched, START_LIMIT);
    } finally {
      if (!serves) {
        launched.stop();
      }
    }
    return check(launched, serves);
  }

  private Launched check(Launched launched, boolean serves) {
    if (!serves) {
      throw new TemporalUnavailableException(
          "The Temporal server did not start. Its last words, from %s:%n%s"
              .formatted(log.file(), log.tail()));
    }
    return launched;
  }

  private Launched spawn(Ports ports) {
    try {
      ProcessHandle handle = builder(ports).start().toHandle();
      ServerProcess process = new ServerProcess(handle);
      return new Launched(
          process,
          new ServerRecord(
              process.pid(), process.startTime(), ports.address(), Optional.of(ports.uiUrl())));
    } catch (IOException failure) {
      throw new TemporalUnavailableException(
          "Cannot run " + command.executable() + ": " + failure.getMessage(), failure);
    }
  }

  /** What the environment says to Temporal's clients is not meant for this server. */
  private ProcessBuilder builder(Ports ports) {
    ProcessBuilder builder =
        new ProcessBuilder(command.argv(ports))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(ServerFiles.NOTHING.toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
    return builder;
  }

  private boolean serves(Launched server, Duration limit) throws InterruptedException {
    Health health = new Health(server.record().address(), command.namespace());
    return health.await(server.process()::isAlive, limit)
        && new Listening(server.process().pid(), Ports.of(server.record()).api()).isSo();
  }
}

package io.safeupdate.worker.temporal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Temporal server of one state directory, kept running while this is open.
 *
 * <p>Whoever starts it holds the {@link UpLock}. When its owner is killed the server may live on;
 * the next start takes it over, or starts another on the same database. Nothing is lost either way.
 */
public final class EmbeddedTemporal implements AutoCloseable {
  private final EmbeddedServer server;

  private EmbeddedTemporal(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Gets the server if it is not there yet, starts it, and makes the namespace ready: operations
   * are kept for 90 days, search attributes are registered.
   *
   * @param tell hears, line by line, what takes time and what goes wrong, also later while the
   *     server runs; on any thread
   * @throws TemporalUnavailableException when it does not start
   * @throws InterruptedException when the caller is; nothing is left running
   */
  public static EmbeddedTemporal start(Path stateDirectory, String namespace, Consumer<String> tell)
      throws InterruptedException {
    Path home = Path.of(System.getProperty("user.home"));
    return start(
        new ServerFiles(stateDirectory), namespace, TemporalCli.usual(System.getenv(), home), tell);
  }

  static EmbeddedTemporal start(
      ServerFiles files, String namespace, TemporalCli cli, Consumer<String> tell)
      throws InterruptedException {
    files.create();
    Optional<Path> executable = cli.find(tell);
    if (executable.isEmpty()) {
      tell.accept(
          "WARNING: the Temporal server cannot be had here, so one in memory serves: the history of operations WILL NOT OUTLIVE THIS PROCESS, and an update that is open when it ends is not continued.");
    }
    EmbeddedServer server =
        executable.isPresent()
            ? DevServer.start(launcher(files, executable.get(), namespace), tell)
            : InJvmServer.start(files);
    return prepared(server, namespace, tell);
  }

  /**
   * A server that needs no program of its own and forgets everything when it is closed.
   *
   * @throws TemporalUnavailableException when it does not start
   */
  public static EmbeddedTemporal inMemory(Path stateDirectory, String namespace) {
    ServerFiles files = new ServerFiles(stateDirectory);
    files.create();
    return prepared(InJvmServer.start(files), namespace, line -> {});
  }

  private static Launcher launcher(ServerFiles files, Path executable, String namespace) {
    Optional<Path> setsid = SearchPath.of(System.getenv().getOrDefault("PATH", "")).find("setsid");
    return new Launcher(
        files, new DevServerCommand(executable, setsid, files.database(), namespace));
  }

  private static EmbeddedTemporal prepared(
      EmbeddedServer server, String namespace, Consumer<String> tell) {
    try (TemporalConnection connection =
        TemporalConnection.connect(ConnectionSettings.of(server.record(), namespace))) {
      if (server.isDurable()) {
        connection.setup().raiseRetention();
      }
      connection.setup().registerSearchAttributes(tell);
      return new EmbeddedTemporal(server);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** {@code host:port} of its API, on the loopback interface. */
  public String address() {
    return server.record().address();
  }

  /** Its Web UI; the in-memory one has none. */
  public Optional<String> uiUrl() {
    return server.record().uiUrl();
  }

  /** Whether history outlives this process. */
  public boolean isDurable() {
    return server.isDurable();
  }

  /** Stops the server in order; up to twenty seconds. */
  @Override
  public void close() {
    server.close();
  }
}

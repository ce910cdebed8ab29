package io.safeupdate.worker.temporal;

import io.safeupdate.worker.HostWork;
import io.safeupdate.worker.HostWorker;
import io.safeupdate.worker.ToyHost;
import io.temporal.client.WorkflowClient;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** What {@code up} does, on a toy host: here, or in a process of its own that can be killed. */
final class Up implements AutoCloseable {
  static final String HOST = "local";

  private final UpLock lock;
  private final EmbeddedTemporal temporal;
  private final TemporalConnection connection;
  private final HostWorker worker;

  private Up(UpLock lock, EmbeddedTemporal temporal, TemporalConnection connection, HostWork work) {
    this.lock = lock;
    this.temporal = temporal;
    this.connection = connection;
    this.worker = HostWorker.start(connection.client(), HOST, work);
  }

  static Up start(Path state, ToyHost host, Consumer<String> tell) throws InterruptedException {
    return start(state, host, Binary.cli(), tell);
  }

  static Up start(Path state, ToyHost host, TemporalCli cli, Consumer<String> tell)
      throws InterruptedException {
    UpLock lock = UpLock.acquire(state);
    EmbeddedTemporal temporal =
        EmbeddedTemporal.start(new ServerFiles(state), "default", cli, tell);
    TemporalConnection connection = TemporalConnection.connect(TemporalTarget.embedded(), state);
    return new Up(lock, temporal, connection, host.work(state));
  }

  WorkflowClient client() {
    return connection.client();
  }

  EmbeddedTemporal temporal() {
    return temporal;
  }

  HostWorker worker() {
    return worker;
  }

  @Override
  public void close() {
    worker.close();
    connection.close();
    temporal.close();
    lock.close();
  }

  /** Starts it in a process of its own, whose host never ends the given activity. */
  static Process elsewhere(Path state, String waitsAt) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Up.class.getName(),
                    state.toString(),
                    waitsAt))
            .redirectError(new File(state.toFile(), "up.err"))
            .start();
    String line = process.inputReader().readLine();
    if (!"ready".equals(line)) {
      throw new IllegalStateException("it says " + line);
    }
    return process;
  }

  public static void main(String[] arguments) throws InterruptedException {
    ToyHost host = new ToyHost().waiting(arguments[1], new CountDownLatch(1), "for ever");
    start(Path.of(arguments[0]), host, System.err::println);
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}

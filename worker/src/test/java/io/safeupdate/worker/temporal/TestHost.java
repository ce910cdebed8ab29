package io.safeupdate.worker.temporal;

import io.safeupdate.worker.HostWorker;
import io.safeupdate.worker.ToyHost;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A toy host of its own for each test, and who follows it. */
final class TestHost implements BeforeEachCallback, AfterEachCallback {
  final ToyHost toy = new ToyHost();
  final Heard heard = new Heard();

  /** Opened at the latest when the test ends. */
  final CountDownLatch gate = new CountDownLatch(1);

  String name;
  Operations operations;

  private final RealServer server;
  private final Path journals = temporary();
  private Optional<HostWorker> worker = Optional.empty();

  TestHost(RealServer server) {
    this.server = server;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    name = "h" + Integer.toHexString(context.getUniqueId().hashCode());
    operations = new Operations(server.client(), name);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    gate.countDown();
    stopWorker();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("journals");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void startWorker() {
    worker = Optional.of(HostWorker.start(server.client(), name, toy.work(journals)));
  }

  /** Whether every step ended. */
  boolean stopWorker() {
    return worker.map(running -> running.shutdown(Duration.ofSeconds(1))).orElse(true);
  }

  Operation update(String deployment) throws InterruptedException {
    Operation operation = operations.start(UpdateRequest.of(deployment));
    new Follower(operations).follow(operation, heard);
    return operation;
  }
}

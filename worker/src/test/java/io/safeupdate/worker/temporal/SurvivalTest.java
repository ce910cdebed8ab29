package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.worker.ToyHost;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server and its updates go on, whatever is stopped or killed. */
@Timeout(180)
@Order(1)
final class SurvivalTest {
  @RegisterExtension static final UsualPorts TAKEN = new UsualPorts();

  @TempDir private Path state;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Heard heard = new Heard();

  @Test
  void goes_on_with_an_open_update_after_a_stop_and_a_start() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Operation operation;
    try (Up up = up(new ToyHost().waiting("Migrate", never, "applying 0007"))) {
      Operations operations = new Operations(up.client(), Up.HOST);
      operation = operations.start(UpdateRequest.of("production"));
      heard.following(operations, operation);
      heard.await("doing applying 0007");
    }
    long stopped = System.nanoTime();

    ToyHost host = new ToyHost();
    try (Up up = up(host)) {
      Operations operations = new Operations(up.client(), Up.HOST);
      assertThat(new Follower(operations).follow(operation, new Heard()).outcome())
          .isEqualTo(Outcome.UPDATED);
      assertThat(host.done()).startsWith("Migrate").doesNotContain("Backup");
      assertThat(Duration.ofNanos(System.nanoTime() - stopped))
          .as("the interrupted step is not waited for until its heartbeat is missed")
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void takes_over_the_server_of_a_killed_up_and_goes_on_with_its_update() throws Exception {
    Process killed = Up.elsewhere(state, "Migrate");
    assertThatThrownBy(() -> UpLock.acquire(state))
        .isInstanceOf(AlreadyUpException.class)
        .hasMessageContaining(String.valueOf(killed.pid()));
    Operation operation;
    try (TemporalConnection connection =
        TemporalConnection.connect(TemporalTarget.embedded(), state)) {
      Operations operations = new Operations(connection.client(), Up.HOST);
      operation = operations.start(UpdateRequest.of("production"));
      heard.following(operations, operation);
      heard.await("doing for ever");
      killed.destroyForcibly().waitFor();
      ServerRecord left = record();
      assertThat(ServerProcess.of(left)).isPresent();

      try (Up up = up(new ToyHost())) {
        assertThat(up.temporal().address()).isEqualTo(left.address());
        assertThat(record()).isEqualTo(left);
        assertThat(told).anyMatch(line -> line.contains("Took over"));
        heard.await("ended UPDATED");
      }
      assertThat(ServerProcess.of(left)).as("closing stops it too").isEmpty();
    }
  }

  @Test
  void replaces_a_left_server_that_nothing_speaks_of() throws Exception {
    Process killed = Up.elsewhere(state, "Migrate");
    ServerRecord left = record();
    killed.destroyForcibly().waitFor();
    Files.writeString(new ServerFiles(state).record(), "{\"pid\": 12");

    try (Up up = up(new ToyHost())) {
      assertThat(record().pid()).isNotEqualTo(left.pid());
      assertThat(ServerProcess.of(left)).isEmpty();
      assertThat(update(up)).isEqualTo(Outcome.UPDATED);
    }
  }

  @Test
  void starts_a_killed_server_again_on_the_same_ports_while_an_update_runs() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Up up = up(new ToyHost().waiting("Migrate", gate, "applying 0007"))) {
      Operations operations = new Operations(up.client(), Up.HOST);
      Operation operation = operations.start(UpdateRequest.of("production"));
      heard.following(operations, operation);
      heard.await("doing applying 0007");
      ServerRecord before = record();

      ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
      awaitTold("is back at");
      gate.countDown();

      heard.await("ended UPDATED");
      assertThat(record().pid()).isNotEqualTo(before.pid());
      assertThat(record().address()).isEqualTo(before.address());
      assertThat(record().uiUrl()).isEqualTo(before.uiUrl());
      assertThat(told).anyMatch(line -> line.contains("stopped by itself"));
    }
  }

  private Up up(ToyHost host) throws InterruptedException {
    return Up.start(state, host, told::add);
  }

  private ServerRecord record() {
    return ServerRecord.read(new ServerFiles(state).record()).orElseThrow();
  }

  private Outcome update(Up up) throws InterruptedException {
    Operations operations = new Operations(up.client(), Up.HOST);
    Operation operation = operations.start(UpdateRequest.of("production"));
    return new Follower(operations).follow(operation, heard).outcome();
  }

  private void awaitTold(String part) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (told.stream().noneMatch(line -> line.contains(part)) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(told).anyMatch(line -> line.contains(part));
  }
}

package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.worker.HostWorker;
import io.safeupdate.worker.ToyHost;
import io.safeupdate.workflows.client.DecisionRefusedException;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.InspectionFailedException;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationEndedException;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.client.UnknownOperationException;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real server; each test has a host of its own on it. */
@Timeout(120)
final class OperationsTest {
  @TempDir private static Path state;

  private static EmbeddedTemporal temporal;
  private static TemporalConnection connection;

  private final ToyHost toy = new ToyHost();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Heard heard = new Heard();
  private String host;
  private Operations operations;
  private Optional<HostWorker> worker = Optional.empty();

  @BeforeAll
  static void startServer() throws InterruptedException {
    temporal =
        EmbeddedTemporal.start(
            new ServerFiles(state), "default", Binary.cli(), System.err::println);
    connection = TemporalConnection.connect(TemporalTarget.embedded(), state);
  }

  @AfterAll
  static void stopServer() {
    connection.close();
    temporal.close();
  }

  @BeforeEach
  void nameHost(TestInfo test) {
    host = "h" + Integer.toHexString(test.getDisplayName().hashCode());
    operations = new Operations(connection.client(), host);
  }

  @AfterEach
  void stopWorker() {
    gate.countDown();
    worker.ifPresent(running -> running.shutdown(Duration.ofSeconds(1)));
  }

  @Test
  void follows_an_update_to_its_end_and_tells_each_change_once() throws Exception {
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(operations).follow(operation, heard);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.operation()).isEqualTo(operation.id());
    assertThat(operation.deployment()).isEqualTo("production");
    assertThat(heard.lines()).doesNotHaveDuplicates().contains("migrate done Migrate done");
    assertThat(heard.lines()).last().isEqualTo("ended UPDATED");
    assertThat(operations.ending(operation)).contains(result);
  }

  @Test
  void says_what_a_long_step_is_doing() throws Exception {
    toy.waiting("Prepare", gate, "#7 RUN pip install");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));

    heard.following(operations, operation);
    heard.await("doing #7 RUN pip install");
    PendingActivity pending = operations.pendingActivity(operation).orElseThrow();
    assertThat(pending.type()).isEqualTo("Prepare");
    assertThat(pending.attempt()).isEqualTo(1);
    assertThat(operations.progress(operation).orElseThrow().phases().get(1).name())
        .isEqualTo("prepare");
    assertThat(operations.ending(operation)).isEmpty();

    gate.countDown();
    heard.await("ended UPDATED");
  }

  @Test
  void says_why_a_step_waits_to_be_tried_again() throws Exception {
    toy.failingOnce("Backup", FailureType.ENGINE_UNAVAILABLE, "the engine is away");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(operations).follow(operation, heard);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(heard.lines()).contains("doing attempt 2 follows: the engine is away");
  }

  @Test
  void refuses_a_second_operation_and_names_the_first() throws Exception {
    toy.waiting("Prepare", gate, "building");
    startWorker();
    Operation first = operations.start(UpdateRequest.of("production"));
    heard.following(operations, first);
    heard.await("prepare running");

    assertThatThrownBy(() -> operations.start(UpdateRequest.of("production")))
        .isInstanceOfSatisfying(
            DeploymentBusyException.class,
            busy -> {
              assertThat(busy.open().operation()).isEqualTo(first);
              assertThat(busy.open().type()).isEqualTo("SafeUpdate");
              assertThat(busy.open().phase()).contains("prepare");
            })
        .hasMessageContaining("production is busy: SafeUpdate " + first.id())
        .hasMessageContaining("prepare");
    assertThat(operations.start(UpdateRequest.of("staging")).deployment()).isEqualTo("staging");
  }

  @Test
  void tells_the_way_back_of_a_failed_update() throws Exception {
    toy.failing("Migrate", FailureType.MIGRATION_FAILED, "0007 failed");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(operations).follow(operation, heard);

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(result.failure().orElseThrow().message()).isEqualTo("0007 failed");
    assertThat(heard.lines())
        .containsSubsequence(
            "migrate failed 0007 failed",
            "undo undo-migrate done RestoreDatabaseBefore done",
            "undo undo-pull done PullBack done",
            "ended ROLLED_BACK");
  }

  @Test
  void cancels_an_open_update() throws Exception {
    toy.waiting("Migrate", gate, "applying 0007");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("doing applying 0007");

    operations.cancel(operation, "changed my mind");

    heard.await("ended CANCELLED");
    assertThat(operations.ending(operation))
        .hasValueSatisfying(result -> assertThat(result.rollback()).isPresent());
    assertThat(toy.done()).contains("RestoreDatabaseBefore", "StartOldVersion");
    assertThatThrownBy(() -> operations.cancel(operation, "again"))
        .isInstanceOf(OperationEndedException.class);
  }

  @Test
  void knows_the_outcome_of_an_update_that_was_cancelled_too_late() throws Exception {
    toy.waiting("Finish", gate, "pruning");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("doing pruning");

    operations.cancel(operation, "too late");
    gate.countDown();

    heard.await("ended UPDATED");
    assertThat(operations.describe(operation).summary())
        .satisfies(
            summary -> {
              assertThat(summary.status()).isEqualTo(OperationStatus.CANCELLED);
              assertThat(summary.outcome()).contains(Outcome.UPDATED);
            });
  }

  @Test
  void decides_for_an_update_that_holds() throws Exception {
    toy.holdingOnFailure().failingOnce("Pull", FailureType.CHECKOUT_UNUSABLE, "local changes");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("waiting pull local changes [RETRY, ROLLBACK]");

    assertThatThrownBy(() -> operations.decide(operation, decision(Choice.ABANDON)))
        .isInstanceOf(DecisionRefusedException.class)
        .hasMessageContaining("retry or rollback");
    operations.decide(operation, decision(Choice.RETRY));

    heard.await("ended UPDATED");
    assertThat(operations.ending(operation).orElseThrow().notes())
        .contains("me decided: retry (fixed it)");
    assertThatThrownBy(() -> operations.decide(operation, decision(Choice.RETRY)))
        .isInstanceOf(OperationEndedException.class);
  }

  @Test
  void stops_following_what_waits_for_a_person() throws Exception {
    toy.failing("Migrate", FailureType.MIGRATION_FAILED, "0007 failed")
        .failing("RestoreDatabaseBefore", FailureType.DATABASE_FAILED, "the server is away");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(operations).follow(operation, heard);

    assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_ATTENTION);
    assertThat(heard.lines())
        .contains("waiting undo-migrate the server is away [RETRY, ABANDON]")
        .noneMatch(line -> line.startsWith("ended"));
    assertThat(operations.describe(operation).summary().outcome())
        .contains(Outcome.NEEDS_ATTENTION);

    operations.decide(operation, decision(Choice.ABANDON));
    assertThat(new Follower(operations).follow(operation, heard).outcome())
        .isEqualTo(Outcome.NEEDS_ATTENTION);
    assertThat(heard.lines()).last().isEqualTo("ended NEEDS_ATTENTION");
  }

  @Test
  void lists_what_happened_newest_first() throws Exception {
    startWorker();
    Operation first = update("production");
    Operation second = update("production");
    Operation other = update("staging");

    eventually(
        () ->
            assertThat(operations.list(Optional.empty(), 10))
                .extracting(OperationSummary::operation)
                .containsExactly(other, second, first));
    List<OperationSummary> production = operations.list(Optional.of("production"), 1);
    assertThat(production)
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.operation()).isEqualTo(second);
              assertThat(summary.outcome()).contains(Outcome.UPDATED);
              assertThat(summary.from()).contains("aaaa");
              assertThat(summary.to()).contains("bbbb");
              assertThat(summary.endedAt()).isPresent();
            });
    assertThat(operations.openOperations()).isEmpty();
  }

  @Test
  void resolves_ids_parts_of_ids_and_deployments() throws Exception {
    startWorker();
    Operation first = update("production");
    Operation second = update("production");

    assertThat(operations.resolve(first.id())).isEqualTo(first);
    assertThat(operations.resolve("production")).isEqualTo(second);
    eventually(
        () -> {
          assertThat(operations.resolve(first.id().substring(24))).isEqualTo(first);
          assertThat(operations.resolve(second.id().substring(0, 34))).isEqualTo(second);
        });
    assertThatThrownBy(() -> operations.resolve(first.id().substring(0, 6)))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining(first.id())
        .hasMessageContaining(second.id());
    assertThatThrownBy(() -> operations.resolve("nothing"))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("No operation is known on host " + host);
  }

  @Test
  void says_how_a_terminated_operation_ended() throws Exception {
    toy.waiting("Migrate", gate, "applying 0007");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("doing applying 0007");

    connection.client().newUntypedWorkflowStub(operation.workflowId()).terminate("enough");

    heard.await("ended NEEDS_ATTENTION");
    OperationResult result = operations.ending(operation).orElseThrow();
    assertThat(result.failure().orElseThrow().phase()).isEqualTo("migrate");
    assertThat(result.failure().orElseThrow().message()).contains("safe-update recover production");
    assertThat(result.to()).contains("bbbb");
  }

  @Test
  void says_why_a_mistyped_input_was_rejected() throws Exception {
    startWorker();
    Operation operation =
        operations.start(
            new UpdateRequest("production", Optional.of("--upload-pack=x"), Optional.empty()));

    OperationResult result = new Follower(operations).follow(operation, heard);

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(result.failure().orElseThrow().type()).isEqualTo("ConfigInvalid");
    assertThat(toy.done()).isEmpty();
  }

  @Test
  void inspects_a_deployment() throws Exception {
    startWorker();

    Inspection inspection = operations.inspect(status(), doing -> {});

    assertThat(inspection.commit()).contains("aaaa");
    assertThat(operations.list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void says_why_an_inspection_failed() {
    toy.failing("Inspect", FailureType.CONFIG_INVALID, "no deployment of that name");
    startWorker();

    assertThatThrownBy(() -> operations.inspect(status(), doing -> {}))
        .isInstanceOfSatisfying(
            InspectionFailedException.class,
            failure -> assertThat(failure.type()).isEqualTo("ConfigInvalid"))
        .hasMessage("no deployment of that name");
  }

  @Test
  void says_that_no_worker_is_there_and_goes_on_when_one_comes() throws Exception {
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("worker away");
    assertThat(operations.progress(operation)).isEmpty();
    assertThat(operations.describe(operation).summary().isOpen()).isTrue();

    startWorker();
    heard.await("ended UPDATED");
  }

  @Test
  void stops_the_worker_in_seconds_and_goes_on_with_the_step_at_the_next_start() throws Exception {
    toy.waiting("Migrate", gate, "applying 0007");
    startWorker();
    Operation operation = operations.start(UpdateRequest.of("production"));
    heard.following(operations, operation);
    heard.await("doing applying 0007");

    long stopping = System.nanoTime();
    assertThat(worker.orElseThrow().shutdown(Duration.ofSeconds(1))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(8));
    heard.await("doing attempt 2 follows: The worker stops; the step goes on when it is back.");

    gate.countDown();
    startWorker();
    heard.await("ended UPDATED");
  }

  private void startWorker() {
    worker = Optional.of(HostWorker.start(connection.client(), host, toy.activities()));
  }

  private Operation update(String deployment) throws InterruptedException {
    Operation operation = operations.start(UpdateRequest.of(deployment));
    new Follower(operations).follow(operation, heard);
    return operation;
  }

  private static InspectRequest status() {
    return new InspectRequest("production", Optional.of(Depth.STATUS), Optional.empty());
  }

  private static Decision decision(Choice choice) {
    return new Decision(choice, Optional.of("me"), Optional.of("fixed it"));
  }

  /** The server's index is a moment late. */
  private static void eventually(Runnable assertion) throws InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        assertion.run();
        return;
      } catch (AssertionError | UnknownOperationException notYet) {
        Thread.sleep(200);
      }
    }
    assertion.run();
  }
}

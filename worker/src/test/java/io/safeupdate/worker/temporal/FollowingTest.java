package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a follower tells, on the real server. */
@Timeout(120)
final class FollowingTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  @RegisterExtension final TestHost host = new TestHost(SERVER);

  @Test
  void follows_an_update_to_its_end_and_tells_each_change_once() throws Exception {
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(host.operations).follow(operation, host.heard);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.operation()).isEqualTo(operation.id());
    assertThat(operation.deployment()).isEqualTo("production");
    assertThat(host.heard.lines()).doesNotHaveDuplicates().contains("migrate done Migrate done");
    assertThat(host.heard.lines()).last().isEqualTo("ended UPDATED");
    assertThat(host.operations.ending(operation)).contains(result);
  }

  @Test
  void says_what_a_long_step_is_doing() throws Exception {
    host.toy.waiting("Prepare", host.gate, "#7 RUN pip install");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));

    host.heard.following(host.operations, operation);
    host.heard.await("doing #7 RUN pip install");
    PendingActivity pending = host.operations.pendingActivity(operation).orElseThrow();
    assertThat(pending.type()).isEqualTo("Prepare");
    assertThat(pending.attempt()).isEqualTo(1);
    assertThat(host.operations.progress(operation).orElseThrow().phases().get(1).name())
        .isEqualTo("prepare");
    assertThat(host.operations.ending(operation)).isEmpty();

    host.gate.countDown();
    host.heard.await("ended UPDATED");
  }

  @Test
  void says_why_a_step_waits_to_be_tried_again() throws Exception {
    host.toy.failingOnce("Backup", FailureType.ENGINE_UNAVAILABLE, "the engine is away");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(host.operations).follow(operation, host.heard);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(host.heard.lines()).contains("doing attempt 2 follows: the engine is away");
  }

  @Test
  void tells_the_way_back_of_a_failed_update() throws Exception {
    host.toy.failing("Migrate", FailureType.MIGRATION_FAILED, "0007 failed");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(host.operations).follow(operation, host.heard);

    assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(result.failure().orElseThrow().message()).isEqualTo("0007 failed");
    assertThat(host.heard.lines())
        .containsSubsequence(
            "migrate failed 0007 failed",
            "undo undo-migrate done RestoreDatabaseBefore done",
            "undo undo-pull done PullBack done",
            "ended ROLLED_BACK");
  }

  @Test
  void says_why_a_mistyped_input_was_rejected() throws Exception {
    host.startWorker();
    Operation operation =
        host.operations.start(
            new UpdateRequest("production", Optional.of("--upload-pack=x"), Optional.empty()));

    OperationResult result = new Follower(host.operations).follow(operation, host.heard);

    assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(result.failure().orElseThrow().type()).isEqualTo("ConfigInvalid");
    assertThat(host.toy.done()).isEmpty();
  }

  @Test
  void says_that_no_worker_is_there_and_goes_on_when_one_comes() throws Exception {
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("worker away");
    assertThat(host.operations.progress(operation)).isEmpty();
    assertThat(host.operations.describe(operation).summary().isOpen()).isTrue();

    host.startWorker();
    host.heard.await("ended UPDATED");
  }

  @Test
  void stops_the_worker_in_seconds_and_goes_on_with_the_step_at_the_next_start() throws Exception {
    host.toy.waiting("Migrate", host.gate, "applying 0007");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("doing applying 0007");

    long stopping = System.nanoTime();
    assertThat(host.stopWorker()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(8));
    host.heard.await(
        "doing attempt 2 follows: The worker stops; the step goes on when it is back.");

    host.gate.countDown();
    host.startWorker();
    host.heard.await("ended UPDATED");
  }
}

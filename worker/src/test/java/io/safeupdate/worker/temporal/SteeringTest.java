package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.workflows.client.DecisionRefusedException;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationEndedException;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Starting, cancelling and deciding, on the real server. */
@Timeout(120)
final class SteeringTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  @RegisterExtension final TestHost host = new TestHost(SERVER);

  @Test
  void refuses_a_second_operation_and_names_the_first() throws Exception {
    host.toy.waiting("Prepare", host.gate, "building");
    host.startWorker();
    Operation first = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, first);
    host.heard.await("prepare running");

    assertThatThrownBy(() -> host.operations.start(UpdateRequest.of("production")))
        .isInstanceOfSatisfying(
            DeploymentBusyException.class,
            busy -> {
              assertThat(busy.open().operation()).isEqualTo(first);
              assertThat(busy.open().type()).isEqualTo("SafeUpdate");
              assertThat(busy.open().phase()).contains("prepare");
            })
        .hasMessageContaining("production is busy: SafeUpdate " + first.id())
        .hasMessageContaining("prepare");
    assertThat(host.operations.start(UpdateRequest.of("staging")).deployment())
        .isEqualTo("staging");
  }

  @Test
  void cancels_an_open_update() throws Exception {
    host.toy.waiting("Migrate", host.gate, "applying 0007");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("doing applying 0007");

    host.operations.cancel(operation, "changed my mind");

    host.heard.await("ended CANCELLED");
    assertThat(host.operations.ending(operation))
        .hasValueSatisfying(result -> assertThat(result.rollback()).isPresent());
    assertThat(host.toy.done()).contains("RestoreDatabaseBefore", "StartOldVersion");
    assertThatThrownBy(() -> host.operations.cancel(operation, "again"))
        .isInstanceOf(OperationEndedException.class);
  }

  @Test
  void knows_the_outcome_of_an_update_that_was_cancelled_too_late() throws Exception {
    host.toy.waiting("Finish", host.gate, "pruning");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("doing pruning");

    host.operations.cancel(operation, "too late");
    host.gate.countDown();

    host.heard.await("ended UPDATED");
    assertThat(host.operations.describe(operation).summary())
        .satisfies(
            summary -> {
              assertThat(summary.status()).isEqualTo(OperationStatus.CANCELLED);
              assertThat(summary.outcome()).contains(Outcome.UPDATED);
            });
  }

  @Test
  void says_how_a_terminated_operation_ended() throws Exception {
    host.toy.waiting("Migrate", host.gate, "applying 0007");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("doing applying 0007");

    SERVER.client().newUntypedWorkflowStub(operation.workflowId()).terminate("enough");

    host.heard.await("ended NEEDS_ATTENTION");
    OperationResult result = host.operations.ending(operation).orElseThrow();
    assertThat(result.failure().orElseThrow().phase()).isEqualTo("migrate");
    assertThat(result.failure().orElseThrow().message()).contains("safe-update recover production");
    assertThat(result.to()).contains("bbbb");
  }

  @Test
  void decides_for_an_update_that_holds() throws Exception {
    host.toy.holdingOnFailure().failingOnce("Pull", FailureType.CHECKOUT_UNUSABLE, "local changes");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, operation);
    host.heard.await("waiting pull local changes [RETRY, ROLLBACK]");

    assertThatThrownBy(() -> host.operations.decide(operation, decision(Choice.ABANDON)))
        .isInstanceOf(DecisionRefusedException.class)
        .hasMessageContaining("retry or rollback");
    host.operations.decide(operation, decision(Choice.RETRY));

    host.heard.await("ended UPDATED");
    assertThat(host.operations.ending(operation).orElseThrow().notes())
        .contains("me decided: retry (fixed it)");
    assertThatThrownBy(() -> host.operations.decide(operation, decision(Choice.RETRY)))
        .isInstanceOf(OperationEndedException.class);
  }

  @Test
  void stops_following_what_waits_for_a_person() throws Exception {
    host.toy
        .failing("Migrate", FailureType.MIGRATION_FAILED, "0007 failed")
        .failing("RestoreDatabaseBefore", FailureType.DATABASE_FAILED, "the server is away");
    host.startWorker();
    Operation operation = host.operations.start(UpdateRequest.of("production"));

    OperationResult result = new Follower(host.operations).follow(operation, host.heard);

    assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_ATTENTION);
    assertThat(host.heard.lines())
        .contains("waiting undo-migrate the server is away [RETRY, ABANDON]")
        .noneMatch(line -> line.startsWith("ended"));
    assertThat(host.operations.describe(operation).summary().outcome())
        .contains(Outcome.NEEDS_ATTENTION);

    host.operations.decide(operation, decision(Choice.ABANDON));
    assertThat(new Follower(host.operations).follow(operation, host.heard).outcome())
        .isEqualTo(Outcome.NEEDS_ATTENTION);
    assertThat(host.heard.lines()).last().isEqualTo("ended NEEDS_ATTENTION");
  }

  private static Decision decision(Choice choice) {
    return new Decision(choice, Optional.of("me"), Optional.of("fixed it"));
  }
}

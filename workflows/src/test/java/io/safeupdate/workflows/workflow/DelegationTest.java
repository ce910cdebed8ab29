package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An update under another workflow id, as people type them into the Temporal Web UI. */
class DelegationTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void runs_under_the_deployments_own_id() {
    startUnderAnotherId().result();

    assertThat(bench.host.stepsOf("Backup")).extracting(Step::workflowId).containsExactly(Bench.ID);
  }

  @Test
  void updates_once() {
    startUnderAnotherId().result();

    assertThat(bench.host.stepsOf("Migrate")).hasSize(1);
  }

  @Test
  void hands_the_request_on() {
    bench.host.does(
        "Preflight",
        call -> Answers.preflight(call.arguments().get(1, UpdateRequest.class).to().orElseThrow()));
    Operation operation =
        bench.start("typed-by-hand", java.util.Map.of("deployment", "production", "to", "v2"));

    assertThat(operation.result().to()).contains("v2");
  }

  @Test
  void hands_the_result_back() {
    OperationResult result = startUnderAnotherId().result();

    assertThat(result).isEqualTo(bench.host.closedWith());
  }

  @Test
  void hands_the_failure_back_with_its_document() {
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);

    assertThat(startUnderAnotherId().failedResult()).isEqualTo(bench.host.closedWith());
  }

  @Test
  void fails_with_the_outcome_of_the_update() {
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);

    assertThat(startUnderAnotherId().failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void says_where_to_look() {
    Gate gate = bench.host.holds("Backup");
    Operation operation = startUnderAnotherId();
    gate.awaitEntered();

    assertThat(operation.currentDetails()).contains(Bench.ID);
  }

  @Test
  void is_refused_while_an_update_of_the_deployment_is_open() {
    Gate gate = bench.host.holds("Backup");
    bench.start();
    gate.awaitEntered();

    assertThat(startUnderAnotherId().failure())
        .satisfies(failure -> assertThat(failure.getType()).isEqualTo("DeploymentBusy"))
        .satisfies(failure -> assertThat(failure.getOriginalMessage()).contains(Bench.ID));
  }

  @Test
  void a_refused_one_does_not_disturb_the_open_one() {
    Gate gate = bench.host.holds("Backup");
    Operation open = bench.start();
    gate.awaitEntered();
    startUnderAnotherId().ending();

    gate.open();

    assertThat(open.result().outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void a_cancel_reaches_the_update() {
    Operation operation = cancelledInBackup();
    operation.ending();

    assertThat(bench.host.callsAfter("Backup")).isEqualTo(WayBack.BACKUP.undosAndClose());
  }

  @Test
  void ends_as_cancelled_after_the_way_back() {
    assertThat(cancelledInBackup().status())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
  }

  @Test
  void when_the_update_itself_is_cancelled_it_ends_too() {
    Gate gate = bench.host.holds("Backup");
    Operation operation = startUnderAnotherId();
    gate.awaitEntered();

    bench.find(Bench.ID).cancel();

    assertThat(operation.ending()).isNotNull();
  }

  private Operation cancelledInBackup() {
    Gate gate = bench.host.holds("Backup");
    Operation operation = startUnderAnotherId();
    gate.awaitEntered();
    operation.cancel();
    return operation;
  }

  private Operation startUnderAnotherId() {
    return bench.start("typed-by-hand", UpdateRequest.of(Bench.DEPLOYMENT));
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.ScheduleId;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a schedule starts never overlaps an open operation: it waits for its turn. */
class ScheduledRunTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void runs_at_once_on_a_deployment_that_is_free() {
    scheduled().result();

    assertThat(bench.host.stepsOf("Backup")).extracting(Step::workflowId).containsExactly(Bench.ID);
  }

  @Test
  void waits_while_another_operation_is_open() {
    givenAnOpenOperation();

    Operation scheduled = scheduled();
    scheduled.sleep(Duration.ofMinutes(30));

    assertThat(scheduled.currentDetails())
        .contains("Waits for the operation `" + Bench.ID + "` to end")
        .containsPattern("Tried 1[56] of 120 times, every 2 minutes");
    assertThat(bench.host.stepsOf("Backup")).hasSize(1);
  }

  @Test
  void the_timer_says_what_it_waits_for() {
    givenAnOpenOperation();

    Operation scheduled = scheduled();
    scheduled.awaitEvent(EventType.EVENT_TYPE_TIMER_STARTED);

    assertThat(scheduled.history())
        .filteredOn(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED)
        .first()
        .satisfies(
            timer ->
                assertThat(timer.getUserMetadata().getSummary().getData().toStringUtf8())
                    .contains("waits for the operation that is open"));
  }

  @Test
  void runs_when_the_other_one_has_ended() {
    Operation open = givenAnOpenOperation();
    Operation scheduled = scheduled();
    scheduled.awaitEvent(EventType.EVENT_TYPE_TIMER_STARTED);
    bench.host.answers("Migrate", "migrated");

    open.decide(Choice.ROLLBACK);

    OperationResult result = scheduled.result();
    assertThat(result.operation()).isNotEqualTo(open.stub().getExecution().getRunId());
    assertThat(bench.host.stepsOf("Backup")).extracting(Step::workflowId).containsOnly(Bench.ID);
  }

  @Test
  void gives_up_after_four_hours_and_says_so() {
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);
    bench.host.fails("RestoreDatabaseBefore", FailureType.DATABASE_FAILED);
    bench.start().awaitQuestion();

    assertThat(scheduled().failure())
        .satisfies(failure -> assertThat(failure.getType()).isEqualTo("DeploymentBusy"))
        .satisfies(
            failure ->
                assertThat(failure.getOriginalMessage())
                    .contains("has been for 238 minutes", Bench.ID));
  }

  @Test
  void a_cancel_ends_the_waiting() {
    givenAnOpenOperation();
    Operation scheduled = scheduled();
    scheduled.awaitEvent(EventType.EVENT_TYPE_TIMER_STARTED);

    scheduled.cancel();

    assertThat(scheduled.status())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
  }

  /** It waits for a person, for an hour. */
  private Operation givenAnOpenOperation() {
    bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);
    Operation open = bench.start();
    open.awaitQuestion();
    return open;
  }

  private Operation scheduled() {
    String id = ScheduleId.runs("local", Bench.DEPLOYMENT, ScheduledTask.BACKUP);
    return bench.start(id + "-2026-11-24T02:00:00Z", UpdateRequest.of(Bench.DEPLOYMENT));
  }
}

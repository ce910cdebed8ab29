package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowInteractionDefinition;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the Temporal Web UI shows of a run, without any program of ours. */
class WebUiTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void every_activity_says_what_it_is_of_which_deployment() {
    Operation operation = rolledBack();

    assertThat(summaries(operation, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
        .hasSameSizeAs(bench.host.allCalls())
        .allSatisfy(summary -> assertThat(summary).endsWith(" of production"));
  }

  @Test
  void an_undo_is_not_taken_for_the_phase_that_it_undoes() {
    bench.host.fails("Pull", FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.ending();

    assertThat(summaries(operation, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
        .contains("pull of production", "undo-pull of production");
  }

  @Test
  void a_pause_before_an_undo_is_tried_again_says_so() {
    bench.host.fails("PullBack", FailureType.DISK_FULL, 1);

    assertThat(summaries(rolledBack(), EventType.EVENT_TYPE_TIMER_STARTED))
        .containsExactly("before trying undo-pull again");
  }

  @Test
  void a_wait_for_a_decision_says_so() {
    bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));

    assertThat(summaries(rolledBack(), EventType.EVENT_TYPE_TIMER_STARTED))
        .containsExactly("waits for a decision about verify, then rolls back");
  }

  @Test
  void the_details_show_the_phases_as_a_table() {
    Gate gate = bench.host.holds("Snapshot");
    Operation operation = bench.start();
    gate.awaitEntered();

    assertThat(operation.currentDetails())
        .startsWith(
            "| phase | status | seconds | |\n| --- | --- | ---: | --- |\n| preflight | done |")
        .contains("| snapshot | running |", "| verify | pending |");
  }

  @Test
  void the_details_show_the_way_back_and_how_it_ended() {
    assertThat(rolledBack().currentDetails())
        .contains("**The way back**", "| undo-pull | done |", "**ROLLED_BACK**");
  }

  @Test
  void the_details_show_what_may_be_decided() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails("PullBack", FailureType.DISK_FULL);
    Operation operation = bench.start();
    operation.awaitQuestion();

    assertThat(operation.currentDetails())
        .contains("**Waits for a decision about undo-pull**: " + FakeHost.message("PullBack"))
        .contains("`{\"decision\": \"retry\"}` or `{\"decision\": \"abandon\"}`");
  }

  @Test
  void the_query_and_the_update_are_described() {
    Operation operation = rolledBack();

    assertThat(operation.metadata().getDefinition().getQueryDefinitionsList())
        .filteredOn(query -> query.getName().equals("progress"))
        .extracting(WorkflowInteractionDefinition::getDescription)
        .containsExactly("Phases so far, and what is waited for.");
    assertThat(operation.metadata().getDefinition().getUpdateDefinitionsList())
        .filteredOn(update -> update.getName().equals("decide"))
        .singleElement()
        .satisfies(
            update -> assertThat(update.getDescription()).contains("{\"decision\": \"retry\""));
  }

  @Test
  void runs_are_found_by_host_deployment_commits_and_outcome() {
    Operation operation = bench.start();
    operation.result();

    assertThat(operation.attribute(SearchAttributes.HOST)).isEqualTo("local");
    assertThat(operation.attribute(SearchAttributes.DEPLOYMENT)).isEqualTo(Bench.DEPLOYMENT);
    assertThat(operation.attribute(SearchAttributes.FROM_COMMIT)).isEqualTo(Answers.OLD);
    assertThat(operation.attribute(SearchAttributes.TO_COMMIT)).isEqualTo(Answers.NEW);
    assertThat(operation.attribute(SearchAttributes.OUTCOME)).isEqualTo("UPDATED");
  }

  @Test
  void runs_are_found_by_the_phase_that_runs() {
    Gate gate = bench.host.holds("Snapshot");
    Operation operation = bench.start();
    gate.awaitEntered();

    assertThat(operation.attribute(SearchAttributes.PHASE)).isEqualTo("snapshot");
  }

  @Test
  void an_update_started_under_another_id_is_summed_up() {
    bench.start("typed-by-hand", UpdateRequest.of(Bench.DEPLOYMENT)).result();

    assertThat(summaries(bench.find(Bench.ID), EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED))
        .containsExactly("the operation itself");
  }

  private Operation rolledBack() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    Operation operation = bench.start();
    operation.ending();
    return operation;
  }

  private static List<String> summaries(Operation operation, EventType type) {
    return operation.history().stream()
        .filter(event -> event.getEventType() == type)
        .map(WebUiTest::summary)
        .toList();
  }

  private static String summary(HistoryEvent event) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
        event.getUserMetadata().getSummary(), String.class, String.class);
  }
}

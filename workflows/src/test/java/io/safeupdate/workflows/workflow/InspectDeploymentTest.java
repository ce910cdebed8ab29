package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A look at a deployment: one activity, no lock, under any id. */
class InspectDeploymentTest {
  private static final Inspection SEEN =
      new Inspection(
          "production",
          "local",
          "/srv/app",
          "app_production",
          Optional.of(Answers.OLD),
          Optional.of("main"),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  @RegisterExtension final Bench bench = new Bench();

  @BeforeEach
  void givenAHostThatLooks() {
    bench.host.answers("Inspect", SEEN);
  }

  @Test
  void answers_what_the_host_saw() {
    Operation operation = inspects(Map.of("deployment", "production"));

    assertThat(operation.stub().getResult(Inspection.class)).isEqualTo(SEEN);
  }

  @Test
  void looks_once_and_closes_nothing() {
    inspects(Map.of("deployment", "production")).stub().getResult(Inspection.class);

    assertThat(bench.host.calls()).containsExactly("Inspect");
  }

  @Test
  void hands_the_request_on() {
    bench.host.does(
        "Inspect",
        call -> {
          assertThat(call.arguments().get(1, InspectRequest.class))
              .isEqualTo(
                  new InspectRequest("production", Optional.of(Depth.PLAN), Optional.of("v2")));
          return SEEN;
        });

    Operation operation = inspects(Map.of("deployment", "production", "depth", "plan", "to", "v2"));

    assertThat(operation.stub().getResult(Inspection.class)).isEqualTo(SEEN);
  }

  @Test
  void looks_beside_an_open_update() {
    Gate gate = bench.host.holds("Backup");
    bench.start();
    gate.awaitEntered();

    Operation operation = inspects(Map.of("deployment", "production"));

    assertThat(operation.stub().getResult(Inspection.class)).isEqualTo(SEEN);
  }

  @Test
  void fails_when_the_host_cannot_look() {
    bench.host.fails("Inspect", FailureType.CONFIG_INVALID);

    Operation operation = inspects(Map.of("deployment", "production"));

    assertThat(operation.ending())
        .hasRootCauseMessage(
            "message='"
                + FakeHost.message("Inspect")
                + "', type='ConfigInvalid', nonRetryable=true");
  }

  @Test
  void can_be_cancelled() {
    Gate gate = bench.host.holds("Inspect");
    Operation operation = inspects(Map.of("deployment", "production"));
    gate.awaitEntered();

    operation.cancel();

    assertThat(operation.status())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
  }

  private Operation inspects(Object input) {
    Operation operation = bench.operation(InspectDeployment.TYPE, "inspects");
    operation.stub().start(input);
    return operation;
  }
}

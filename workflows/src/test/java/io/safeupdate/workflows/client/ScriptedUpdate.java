package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.safeupdate.workflows.contract.Waiting;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** An update that does what its {@code to} says: {@code wait}, {@code fail} or just end. */
public final class ScriptedUpdate implements SafeUpdate {
  private Optional<Choice> decided = Optional.empty();
  private boolean waits;
  private String deployment = "";

  @Override
  public OperationResult update(UpdateRequest request) {
    deployment = request.deployment();
    Workflow.upsertTypedSearchAttributes(SearchAttributes.PHASE.valueSet("migrate"));
    String script = request.to().orElse("");
    if (script.equals("wait")) {
      waits = true;
      Workflow.await(() -> decided.isPresent());
      waits = false;
    }
    if (script.equals("fail")) {
      throw ApplicationFailure.newNonRetryableFailure(
          "0007 failed", "ROLLED_BACK", progress().result(Outcome.ROLLED_BACK));
    }
    Workflow.upsertTypedSearchAttributes(SearchAttributes.OUTCOME.valueSet("UPDATED"));
    return progress().result(Outcome.UPDATED);
  }

  @Override
  public OperationProgress progress() {
    return new OperationProgress(
        Workflow.getInfo().getRunId(),
        deployment,
        waits ? Optional.of(Outcome.NEEDS_ATTENTION) : Optional.empty(),
        Optional.of("aaaa"),
        Optional.of("bbbb"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        waits
            ? Optional.of(
                new Waiting("migrate", "0007 failed", List.of(Choice.RETRY), Optional.empty()))
            : Optional.empty());
  }

  @Override
  public OperationProgress decide(Decision decision) {
    decided = Optional.of(decision.decision());
    return progress();
  }

  @Override
  public void validateDecision(Decision decision) {
    if (!waits) {
      throw ApplicationFailure.newNonRetryableFailure("nothing is waited for", "DecisionRefused");
    }
  }
}

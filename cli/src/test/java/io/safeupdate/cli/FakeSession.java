package io.safeupdate.cli;

import io.safeupdate.cli.session.Session;
import io.safeupdate.workflows.client.ClientFailures;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A session that answers as it was told to, and writes down what it was asked. */
public final class FakeSession implements Session {
  public final List<String> calls = new ArrayList<>();
  public final List<OperationRequest> started = new ArrayList<>();
  public final List<UpdateRequest> requests = new ArrayList<>();
  public Inspection inspection = Facts.inspection(Facts.goodChecks(), Optional.empty());
  public OperationRequest asked =
      new UpdateRequest("production", Optional.of("v2.4.0"), Optional.empty());
  public OperationResult result = Facts.updated();
  public Optional<OperationProgress> progress = Optional.empty();
  public Optional<OperationResult> ending = Optional.empty();
  public Optional<RuntimeException> refusal = Optional.empty();
  public List<OperationSummary> list = List.of();
  public List<ScheduleStatus> schedules = List.of();
  public OperationState state = Facts.open();
  public boolean outlivesUs = true;
  public boolean interrupted;

  @Override
  public boolean outlivesUs() {
    return outlivesUs;
  }

  @Override
  public Operation start(OperationRequest request) {
    started.add(request);
    if (request instanceof UpdateRequest update) {
      requests.add(update);
    } else {
      calls.add(request.inWords().toLowerCase(Locale.ROOT));
    }
    refuse();
    return Facts.OPERATION;
  }

  @Override
  public OperationRequest request(Operation operation) {
    return asked;
  }

  @Override
  public Inspection inspect(InspectRequest request, Consumer<String> doing) {
    calls.add("inspect " + request.deployment() + " " + request.depth().orElseThrow().label());
    refuse();
    return inspection;
  }

  @Override
  public Operation resolve(String idOrDeployment) {
    if (!Facts.ID.startsWith(idOrDeployment) && !idOrDeployment.equals("production")) {
      throw ClientFailures.unknown(idOrDeployment);
    }
    return Facts.OPERATION;
  }

  @Override
  public OperationState describe(Operation operation) {
    return state;
  }

  @Override
  public Optional<OperationProgress> progress(Operation operation) {
    return progress;
  }

  @Override
  public Optional<OperationResult> ending(Operation operation) {
    return ending;
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    calls.add("list " + deployment.orElse("all") + " " + limit);
    return list;
  }

  @Override
  public List<ScheduleStatus> schedules(String deployment) {
    return schedules;
  }

  @Override
  public void cancel(Operation operation, String reason) {
    calls.add("cancel " + operation.id() + ": " + reason);
    refuse();
  }

  @Override
  public OperationProgress decide(Operation operation, Decision decision) {
    calls.add(
        "decide %s %s by %s: %s"
            .formatted(
                operation.id(),
                decision.decision().label(),
                decision.by().orElse("nobody"),
                decision.reason().orElse("no reason")));
    refuse();
    return Facts.progress(Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public OperationResult follow(Operation operation, Listener listener)
      throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
    result.phases().forEach(listener::phaseChanged);
    result.rollback().orElse(List.of()).forEach(listener::undoChanged);
    if (result.outcome() == Outcome.NEEDS_ATTENTION) {
      progress.flatMap(OperationProgress::waiting).ifPresent(listener::waiting);
    } else {
      listener.ended(result);
    }
    return result;
  }

  @Override
  public void hurry() {
    calls.add("hurry");
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private void refuse() {
    refusal.ifPresent(
        it -> {
          throw it;
        });
  }
}

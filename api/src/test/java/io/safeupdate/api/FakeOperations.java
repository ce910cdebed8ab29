package io.safeupdate.api;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.api.host.UnknownOperationNameException;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations that a test made up. */
final class FakeOperations implements HostOperations {
  /** The id of whatever is started. */
  static final String STARTED = "01931f6e-0000-7000-8000-0000000000ee";

  private final List<OperationDetail> known = new ArrayList<>();
  private boolean oneAtATime;
  private Optional<RuntimeException> failure = Optional.empty();
  private Function<InspectRequest, Inspection> inspection = Samples::inspection;

  /** What was started, in order. */
  final List<OperationRequest> started = new ArrayList<>();

  /** Who started it. */
  final List<Origin> origins = new ArrayList<>();

  /** What was cancelled and decided, in order. */
  final List<String> steered = new ArrayList<>();

  /** What was looked at. */
  final List<InspectRequest> looks = new ArrayList<>();

  FakeOperations reset() {
    known.clear();
    started.clear();
    origins.clear();
    steered.clear();
    looks.clear();
    oneAtATime = false;
    inspection = Samples::inspection;
    failure = Optional.empty();
    return this;
  }

  FakeOperations with(OperationDetail... operations) {
    known.addAll(List.of(operations));
    return this;
  }

  FakeOperations seeing(Function<InspectRequest, Inspection> seen) {
    inspection = seen;
    return this;
  }

  /** Nothing is started on a deployment that has an open operation. */
  FakeOperations oneAtATime() {
    oneAtATime = true;
    return this;
  }

  FakeOperations temporalIsAway() {
    return failing(new ServerAwayException("UNAVAILABLE", new RuntimeException()));
  }

  FakeOperations failing(RuntimeException with) {
    failure = Optional.of(with);
    return this;
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    failIfTold();
    return known.stream()
        .map(OperationDetail::summary)
        .filter(it -> deployment.map(it.operation().deployment()::equals).orElse(true))
        .sorted(Comparator.comparing(OperationSummary::startedAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public OperationDetail find(String id) {
    failIfTold();
    return known.stream()
        .filter(it -> it.summary().operation().id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UnknownOperationNameException("No operation is known by \"" + id + "\"."));
  }

  @Override
  public Optional<OperationSummary> latest(String deployment) {
    return list(Optional.of(deployment), 1).stream().findFirst();
  }

  @Override
  public OperationSummary summary(Operation operation) {
    failIfTold();
    return known.stream()
        .map(OperationDetail::summary)
        .filter(it -> it.operation().id().equals(operation.id()))
        .findFirst()
        .orElseGet(() -> Samples.started(operation));
  }

  @Override
  public Operation start(OperationRequest request, Origin origin) {
    failIfTold();
    String deployment = request.deployment();
    list(Optional.of(deployment), 1).stream()
        .filter(open -> oneAtATime && open.isOpen())
        .forEach(
            open -> {
              throw new DeploymentBusyException(open);
            });
    started.add(request);
    origins.add(origin);
    known.add(Samples.begun(STARTED, deployment, origin));
    return new Operation(STARTED, "deployment/local/" + deployment);
  }

  @Override
  public OperationRequest request(Operation operation) {
    failIfTold();
    return operation.id().equals(STARTED)
        ? started.get(started.size() - 1)
        : UpdateRequest.of(operation.deployment());
  }

  @Override
  public void cancel(Operation operation, String reason) {
    failIfTold();
    steered.add("cancel " + operation.id() + " " + reason);
  }

  @Override
  public OperationProgress decide(Operation operation, Decision decision) {
    failIfTold();
    steered.add("decide " + operation.id() + " " + decision.decision().label());
    return find(operation.id()).document();
  }

  @Override
  public Inspection inspect(InspectRequest request) {
    failIfTold();
    looks.add(request);
    return inspection.apply(request);
  }

  @Override
  public List<ScheduleStatus> schedules(String deployment) {
    failIfTold();
    return List.of();
  }

  private void failIfTold() {
    failure.ifPresent(
        it -> {
          throw it;
        });
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The operations of one host, as a client sees them. Every method may throw {@link
 * ServerAwayException}; reading may then simply be repeated.
 */
public final class Operations {
  private final String host;
  private final Starts starts;
  private final Inspections inspections;
  private final Steering steering;
  private final Descriptions descriptions;
  private final Questions questions;
  private final Endings endings;
  private final History history;
  private final Lookup lookup;
  private final Schedules schedules;
  private final Inputs inputs;
  private final Polls polls;

  public Operations(WorkflowClient client, String host) {
    Calls calls = new Calls(client);
    Readings readings = new Readings(client.getOptions().getDataConverter());
    this.host = host;
    descriptions = new Descriptions(calls, readings);
    questions = new Questions(client, calls);
    endings = new Endings(client, new LastWords(calls, client.getOptions().getDataConverter()));
    history =
        new EitherHistory(
            new VisibilityHistory(calls, readings), new ListingHistory(calls, descriptions));
    lookup = new Lookup(host, history, descriptions);
    schedules =
        new Schedules(
            host,
            calls,
            client.getOptions().getDataConverter(),
            new ScheduledRuns(calls, readings, endings));
    inputs = new Inputs(calls, client.getOptions().getDataConverter(), host);
    polls = new Polls(calls, host);
    starts = new Starts(client, host, descriptions);
    inspections = new Inspections(client, host, descriptions);
    steering = new Steering(client, host);
  }

  /**
   * Starts an operation. It runs even if no worker is there yet.
   *
   * @throws DeploymentBusyException when an operation is open on the deployment
   */
  public Operation start(OperationRequest request) {
    return starts.start(request, Optional.empty());
  }

  /**
   * Starts an operation and keeps with it who asked for it.
   *
   * @throws DeploymentBusyException when an operation is open on the deployment
   */
  public Operation start(OperationRequest request, Origin origin) {
    return starts.start(request, Optional.of(origin));
  }

  /**
   * What an operation was asked to do, so that the same can be asked for again.
   *
   * @throws UnknownOperationException when the server knows nothing of it, or not any more
   */
  public OperationRequest request(Operation operation) {
    return inputs.of(describe(operation).summary());
  }

  /**
   * Looks at a deployment; changes nothing there.
   *
   * @param doing hears about once a second what a long look is doing
   * @throws WorkerAwayException when no worker takes it
   * @throws InspectionFailedException when it could not be made
   * @throws InterruptedException when the caller is; the inspection is then cancelled
   */
  public Inspection inspect(InspectRequest request, Consumer<String> doing)
      throws InterruptedException {
    return inspections.run(request, doing);
  }

  /**
   * The operation that a person means by an id, by six or more characters with which only one id
   * begins or ends, or by a deployment's name: its latest.
   *
   * @throws UnknownOperationException when that is none, or more than one
   */
  public Operation resolve(String idOrDeployment) {
    return lookup.resolve(idOrDeployment);
  }

  /**
   * What the server knows of an operation; needs no worker.
   *
   * @throws UnknownOperationException when it knows nothing, or not any more
   */
  public OperationState describe(Operation operation) {
    return descriptions
        .find(operation)
        .orElseThrow(() -> UnknownOperationException.none(operation.id(), host));
  }

  /** The phases of an operation; empty when no worker answers within seconds. */
  public Optional<OperationProgress> progress(Operation operation) {
    return questions.progress(operation);
  }

  /** The step that runs or waits now; empty between steps. */
  public Optional<PendingActivity> pendingActivity(Operation operation) {
    return describe(operation).pendingActivity();
  }

  /** How an operation ended; empty while it is open. */
  public Optional<OperationResult> ending(Operation operation) {
    return ending(describe(operation));
  }

  Optional<OperationResult> ending(OperationState state) {
    return state.summary().isOpen() ? Optional.empty() : Optional.of(endings.of(state.summary()));
  }

  /** Operations, newest first: of one deployment, or of all on the host. */
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    return history.list(wanted(deployment, false, limit));
  }

  /** The open operations of the host, newest first. */
  public List<OperationSummary> openOperations() {
    return history.list(wanted(Optional.empty(), true, Integer.MAX_VALUE));
  }

  /** What a deployment does by itself; nothing where the server knows no schedules. */
  public List<ScheduleStatus> schedules(String deployment) {
    return schedules.of(deployment);
  }

  /**
   * The workers that asked for the host's work in the last minutes, the latest first; empty where
   * the server cannot say who did.
   */
  public Optional<List<Poller>> pollers() {
    return polls.pollers();
  }

  private History.Wanted wanted(Optional<String> deployment, boolean openOnly, int limit) {
    Optional<String> id = deployment.map(name -> OperationId.workflowId(host, name));
    return new History.Wanted(OperationId.workflowId(host, ""), id, openOnly, limit);
  }

  /**
   * Asks an operation to stop and bring the old version back. Returns at once; may be repeated.
   *
   * @throws OperationEndedException when it is over
   */
  public void cancel(Operation operation, String reason) {
    if (!describe(operation).summary().isOpen()) {
      throw new OperationEndedException(operation);
    }
    steering.cancel(operation, reason);
  }

  /**
   * Decides for an operation that waits.
   *
   * @return where it stands then
   * @throws DecisionRefusedException when it waits for nothing, or not for this
   * @throws OperationEndedException when it is over
   * @throws WorkerAwayException when no worker answers; the decision may still arrive
   */
  public OperationProgress decide(Operation operation, Decision decision) {
    return steering.decide(operation, decision);
  }
}

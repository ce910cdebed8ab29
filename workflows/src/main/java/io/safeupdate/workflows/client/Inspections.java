package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationId;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs read-only inspections and waits for what they saw. */
final class Inspections {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_SECONDS = 1;

  private final WorkflowClient client;
  private final String host;
  private final Descriptions descriptions;

  Inspections(WorkflowClient client, String host, Descriptions descriptions) {
    this.client = client;
    this.host = host;
    this.descriptions = descriptions;
  }

  Inspection run(InspectRequest request, Consumer<String> doing) throws InterruptedException {
    WorkflowStub run = client.newUntypedWorkflowStub(InspectDeployment.TYPE, options(request));
    try {
      Operation operation = Operation.of(run.start(request));
      return await(run, operation, doing);
    } catch (WorkflowFailedException failed) {
      throw translated(failed);
    } catch (WorkflowException refused) {
      throw Calls.isAway(refused) ? Calls.away(refused.getCause()) : refused;
    }
  }

  private WorkflowOptions options(InspectRequest request) {
    return WorkflowOptions.newBuilder()
        .setTaskQueue(OperationId.taskQueue(host))
        .setWorkflowId("inspect/" + host + "/" + request.deployment() + "/" + UUID.randomUUID())
        .setStaticSummary("Look at " + request.deployment() + " on " + host)
        .build();
  }

  private Inspection await(WorkflowStub run, Operation operation, Consumer<String> doing)
      throws InterruptedException {
    Instant start = Instant.now();
    while (true) {
      try {
        return run.getResult(LOOK_SECONDS, TimeUnit.SECONDS, Inspection.class);
      } catch (TimeoutException notYet) {
        stopWhenInterrupted(run);
        Optional<OperationState> state = descriptions.find(operation);
        giveUpWhenNotTaken(run, state, start);
        state
            .flatMap(OperationState::pendingActivity)
            .flatMap(PendingActivity::doing)
            .ifPresent(doing);
      }
    }
  }

  private static void stopWhenInterrupted(WorkflowStub run) throws InterruptedException {
    if (Thread.interrupted()) {
      run.cancel("nobody waits for it any more");
      throw new InterruptedException();
    }
  }

  /** Nothing is lost by ending what only looks; left open, it would run when nobody cares. */
  private void giveUpWhenNotTaken(WorkflowStub run, Optional<OperationState> state, Instant start) {
    boolean late = Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0;
    if (late && !state.map(OperationState::isTaken).orElse(false)) {
      run.terminate("no worker took it");
      throw new WorkerAwayException(host, PATIENCE);
    }
  }

  private static InspectionFailedException translated(WorkflowFailedException failed) {
    return failed.getCause() instanceof ApplicationFailure failure
        ? new InspectionFailedException(failure.getType(), failure.getOriginalMessage())
        : new InspectionFailedException(
            FailureType.INTERNAL.type(), String.valueOf(failed.getCause().getMessage()));
  }
}

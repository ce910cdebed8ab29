package io.safeupdate.workflows.client;

import io.grpc.Context;
import io.grpc.Status;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationProgress;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Cancels operations and answers those that wait. */
final class Steering {
  private static final String DECIDE = "decide";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final WorkflowClient client;
  private final String host;

  Steering(WorkflowClient client, String host) {
    this.client = client;
    this.host = host;
  }

  void cancel(Operation operation, String reason) {
    try {
      client.newUntypedWorkflowStub(operation.target()).cancel(reason);
    } catch (WorkflowException refused) {
      throw translated(operation, refused);
    }
  }

  OperationProgress decide(Operation operation, Decision decision) {
    return within(() -> update(operation, decision));
  }

  private OperationProgress update(Operation operation, Decision decision) {
    try {
      return client
          .newUntypedWorkflowStub(operation.target())
          .update(DECIDE, OperationProgress.class, decision);
    } catch (WorkflowUpdateException refused) {
      throw new DecisionRefusedException(reason(refused));
    } catch (WorkflowUpdateTimeoutOrCancelledException late) {
      throw new WorkerAwayException(host, PATIENCE);
    } catch (WorkflowException refused) {
      throw translated(operation, refused);
    }
  }

  private static String reason(WorkflowUpdateException refused) {
    return refused.getCause() instanceof ApplicationFailure failure
        ? failure.getOriginalMessage()
        : String.valueOf(refused.getMessage());
  }

  private static RuntimeException translated(Operation operation, WorkflowException refused) {
    if (refused instanceof WorkflowNotFoundException || Calls.is(refused, Status.Code.NOT_FOUND)) {
      return new OperationEndedException(operation);
    }
    return Calls.isAway(refused) ? Calls.away(refused.getCause()) : refused;
  }

  /** The SDK waits a minute for a worker, and a person does not; gRPC's context can say so. */
  private static <A> A within(Supplier<A> call) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (Context.CancellableContext limited =
        Context.current().withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS, clock)) {
      return limited.call(call::get);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      clock.shutdownNow();
    }
  }
}

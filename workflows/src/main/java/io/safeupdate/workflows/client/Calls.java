package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Single calls to the server. Short and not retried, unlike the SDK's own, which would hang for a
 * minute where a follower wants to say that the server is away.
 */
final class Calls {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final long BUSY_MILLIS = 100;

  /** What the server, the caller's rights or the operation mean; everything else passes. */
  private static final Set<Status.Code> MEANT =
      Set.of(
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS,
          Status.Code.INVALID_ARGUMENT,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.UNIMPLEMENTED,
          Status.Code.PERMISSION_DENIED,
          Status.Code.UNAUTHENTICATED);

  private final WorkflowClient client;

  Calls(WorkflowClient client) {
    this.client = client;
  }

  String namespace() {
    return client.getOptions().getNamespace();
  }

  /**
   * Calls the server.
   *
   * @throws ServerAwayException when it does not answer
   * @throws StatusRuntimeException when it answers with a refusal
   */
  <A> A call(Function<WorkflowServiceBlockingStub, A> call) {
    return within(LIMIT, call);
  }

  <A> A within(Duration limit, Function<WorkflowServiceBlockingStub, A> call) {
    WorkflowServiceBlockingStub stub =
        client
            .getWorkflowServiceStubs()
            .blockingStub()
            .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    while (true) {
      try {
        return call.apply(stub);
      } catch (StatusRuntimeException refused) {
        if (isMeant(refused)) {
          throw refused;
        }
        waitIfBusy(refused);
      }
    }
  }

  /** A server that says it is too busy is there, and has time in a moment. */
  private static void waitIfBusy(StatusRuntimeException refused) {
    if (refused.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED) {
      throw away(refused);
    }
    try {
      Thread.sleep(BUSY_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw away(refused);
    }
  }

  /** Whether a failure anywhere in a chain of causes says that the server does not answer. */
  static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException status) {
        return !isMeant(status);
      }
    }
    return false;
  }

  static boolean is(Throwable failure, Status.Code code) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException status) {
        return status.getStatus().getCode() == code;
      }
    }
    return false;
  }

  static ServerAwayException away(Throwable failure) {
    String what =
        failure instanceof StatusRuntimeException status
            ? status.getMessage()
            : failure.getClass().getSimpleName();
    return new ServerAwayException(what, failure);
  }

  private static boolean isMeant(StatusRuntimeException status) {
    return MEANT.contains(status.getStatus().getCode());
  }
}

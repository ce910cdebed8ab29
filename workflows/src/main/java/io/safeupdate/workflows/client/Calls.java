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
    try {
      return call.apply(
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (StatusRuntimeException refused) {
      throw isMeant(refused) ? refused : away(refused);
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
            ? status.getStatus().getCode().name()
            : failure.getClass().getSimpleName();
    return new ServerAwayException(what, failure);
  }

  private static boolean isMeant(StatusRuntimeException status) {
    return MEANT.contains(status.getStatus().getCode());
  }
}

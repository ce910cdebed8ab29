package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How closed operations ended: their result, wherever they left it. */
final class Endings {
  private static final long LIMIT_SECONDS = 5;

  private final WorkflowClient client;
  private final LastWords lastWords;

  Endings(WorkflowClient client, LastWords lastWords) {
    this.client = client;
    this.lastWords = lastWords;
  }

  OperationResult of(OperationSummary closed) {
    try {
      return client
          .newUntypedWorkflowStub(closed.operation().target())
          .getResult(LIMIT_SECONDS, TimeUnit.SECONDS, OperationResult.class);
    } catch (WorkflowFailedException failed) {
      return failed(closed, failed.getCause());
    } catch (TimeoutException slow) {
      throw Calls.away(slow);
    } catch (WorkflowException unread) {
      return withoutResult(closed, unread);
    }
  }

  private OperationResult failed(OperationSummary closed, Throwable cause) {
    Optional<OperationResult> told =
        switch (closed.status()) {
          case FAILED -> detail(cause);
          case CANCELLED -> lastWords.of(closed.operation());
          default -> Optional.empty();
        };
    return told.orElseGet(() -> Untold.result(closed, cause));
  }

  /** What is listed as an operation but has another kind of result. */
  private static OperationResult withoutResult(OperationSummary closed, WorkflowException unread) {
    if (unread.getCause() instanceof DataConverterException) {
      return Untold.result(closed, Optional.empty());
    }
    throw Calls.isAway(unread) ? Calls.away(unread.getCause()) : unread;
  }

  /** The result that a failed run left as the detail of its failure. */
  private static Optional<OperationResult> detail(Throwable cause) {
    try {
      return cause instanceof ApplicationFailure failure && failure.getDetails().getSize() > 0
          ? Optional.ofNullable(failure.getDetails().get(0, OperationResult.class))
          : Optional.empty();
    } catch (DataConverterException other) {
      return Optional.empty();
    }
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.Values;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How closed operations ended: their result, wherever they left it. */
final class Endings {
  private static final long LIMIT_SECONDS = 5;

  private final WorkflowClient client;
  private final Untold untold;

  Endings(WorkflowClient client, Untold untold) {
    this.client = client;
    this.untold = untold;
  }

  OperationResult of(OperationSummary closed) {
    try {
      return client
          .newUntypedWorkflowStub(closed.operation().target())
          .getResult(LIMIT_SECONDS, TimeUnit.SECONDS, OperationResult.class);
    } catch (WorkflowFailedException failed) {
      return told(failed.getCause()).orElseGet(() -> untold.result(closed, failed.getCause()));
    } catch (TimeoutException slow) {
      throw Calls.away(slow);
    } catch (WorkflowException unread) {
      return withoutResult(closed, unread);
    }
  }

  private OperationResult withoutResult(OperationSummary closed, WorkflowException unread) {
    if (unread.getCause() instanceof DataConverterException) {
      return untold.result(closed, Optional.empty());
    }
    throw Calls.isAway(unread) ? Calls.away(unread.getCause()) : unread;
  }

  /** The result that the run itself left with its failure or its cancellation. */
  private static Optional<OperationResult> told(Throwable cause) {
    if (cause instanceof ApplicationFailure failure) {
      return first(failure.getDetails());
    }
    return cause instanceof CanceledFailure cancelled
        ? first(cancelled.getDetails())
        : Optional.empty();
  }

  private static Optional<OperationResult> first(Values details) {
    try {
      return details.getSize() == 0
          ? Optional.empty()
          : Optional.ofNullable(details.get(0, OperationResult.class));
    } catch (DataConverterException other) {
      return Optional.empty();
    }
  }
}

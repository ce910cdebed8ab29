package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationResult;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result that a run handed to its last activity, {@code Close}. The SDK ends every run that was
 * asked to cancel as cancelled and drops what it returned or threw, so this is where the result of
 * those is.
 */
final class LastWords {
  private static final String CLOSE = "Close";
  private static final int RESULT_ARGUMENT = 1;

  private final Calls calls;
  private final DataConverter converter;

  LastWords(Calls calls, DataConverter converter) {
    this.calls = calls;
    this.converter = converter;
  }

  /** The result; empty when the run did not come so far. */
  Optional<OperationResult> of(Operation operation) {
    return history(operation).stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
        .filter(scheduled -> scheduled.getActivityType().getName().equals(CLOSE))
        .reduce((earlier, later) -> later)
        .flatMap(this::result);
  }

  private Optional<OperationResult> result(ActivityTaskScheduledEventAttributes close) {
    try {
      return Optional.ofNullable(
          converter.fromPayloads(
              RESULT_ARGUMENT,
              Optional.of(close.getInput()),
              OperationResult.class,
              OperationResult.class));
    } catch (DataConverterException other) {
      return Optional.empty();
    }
  }

  private List<HistoryEvent> history(Operation operation) {
    List<HistoryEvent> events = new ArrayList<>();
    GetWorkflowExecutionHistoryRequest.Builder request =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setExecution(operation.execution());
    do {
      GetWorkflowExecutionHistoryResponse page =
          calls.call(stub -> stub.getWorkflowExecutionHistory(request.build()));
      events.addAll(page.getHistory().getEventsList());
      request.setNextPageToken(page.getNextPageToken());
    } while (!request.getNextPageToken().isEmpty());
    return events;
  }
}

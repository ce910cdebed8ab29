package io.safeupdate.workflows.client;

import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** History by the server's index, which lags a moment behind. */
final class VisibilityHistory implements History {
  private static final int PAGE = 200;

  private final Calls calls;
  private final Readings readings;

  VisibilityHistory(Calls calls, Readings readings) {
    this.calls = calls;
    this.readings = readings;
  }

  @Override
  public List<OperationSummary> list(Wanted wanted) {
    return search(query(wanted), wanted.limit()).stream()
        .sorted(Comparator.comparing(OperationSummary::startedAt).reversed())
        .toList();
  }

  @Override
  public Optional<OperationSummary> find(String runId) {
    return search("RunId = " + quoted(runId), 1).stream().findFirst();
  }

  /** The server sorts by itself: the open ones first, then by when they ended. */
  private List<OperationSummary> search(String query, int limit) {
    List<OperationSummary> found = new ArrayList<>();
    ListWorkflowExecutionsRequest.Builder request =
        ListWorkflowExecutionsRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setQuery(query)
            .setPageSize(Math.min(limit, PAGE));
    do {
      ListWorkflowExecutionsResponse page =
          calls.call(stub -> stub.listWorkflowExecutions(request.build()));
      page.getExecutionsList().stream().map(this::summary).forEach(found::add);
      request.setNextPageToken(page.getNextPageToken());
    } while (!request.getNextPageToken().isEmpty() && found.size() < limit);
    return found.subList(0, Math.min(limit, found.size()));
  }

  private OperationSummary summary(WorkflowExecutionInfo info) {
    return readings.summary(info);
  }

  private static String query(Wanted wanted) {
    String which =
        wanted
            .workflowId()
            .map(id -> "WorkflowId = " + quoted(id))
            .orElseGet(() -> "WorkflowId STARTS_WITH " + quoted(wanted.idPrefix()));
    return wanted.openOnly() ? which + " AND ExecutionStatus = 'Running'" : which;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

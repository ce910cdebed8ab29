package io.safeupdate.workflows.client;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.ScheduleId;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.schedule.v1.ScheduleActionResult;
import io.temporal.api.schedule.v1.ScheduleInfo;
import io.temporal.api.schedule.v1.ScheduleState;
import io.temporal.api.workflowservice.v1.DescribeScheduleRequest;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.common.converter.DataConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the deployments of a host do by themselves, as the server knows it. */
final class Schedules {
  /** A schedule that is not there, and a server that knows no schedules. */
  private static final Set<Status.Code> NONE =
      EnumSet.of(Status.Code.NOT_FOUND, Status.Code.UNIMPLEMENTED);

  /** The server itself asks the workflow that a schedule is. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final String host;
  private final Calls calls;
  private final DataConverter converter;
  private final ScheduledRuns runs;

  Schedules(String host, Calls calls, DataConverter converter, ScheduledRuns runs) {
    this.host = host;
    this.calls = calls;
    this.converter = converter;
    this.runs = runs;
  }

  /** Those of a deployment, in the order of {@link ScheduledTask}. */
  List<ScheduleStatus> of(String deployment) {
    List<ScheduleStatus> found = new ArrayList<>();
    for (ScheduledTask task : ScheduledTask.values()) {
      String id = ScheduleId.of(host, deployment, task);
      describe(id).map(described -> status(id, task, described)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Optional<DescribeScheduleResponse> describe(String id) {
    DescribeScheduleRequest request =
        DescribeScheduleRequest.newBuilder()
            .setNamespace(calls.namespace())
            .setScheduleId(id)
            .build();
    try {
      return Optional.of(calls.within(LIMIT, stub -> stub.describeSchedule(request)));
    } catch (StatusRuntimeException refused) {
      if (NONE.contains(refused.getStatus().getCode())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private ScheduleStatus status(String id, ScheduledTask task, DescribeScheduleResponse described) {
    ScheduleInfo info = described.getInfo();
    ScheduleState state = described.getSchedule().getState();
    List<ScheduleActionResult> newestFirst = new ArrayList<>(info.getRecentActionsList());
    Collections.reverse(newestFirst);
    List<Timestamp> next = state.getPaused() ? List.of() : info.getFutureActionTimesList();
    return new ScheduleStatus(
        id,
        task,
        timetable(described),
        Optional.of(state.getNotes()).filter(notes -> state.getPaused()),
        next.stream().findFirst().map(ScheduledRuns::instant),
        newestFirst.stream().findFirst().map(runs::read),
        failed(newestFirst),
        info.getOverlapSkipped(),
        info.getMissedCatchupWindow());
  }

  /** One that is open, was cancelled or is forgotten says nothing about those before it. */
  private Optional<ScheduledRun> failed(List<ScheduleActionResult> newestFirst) {
    return newestFirst.stream()
        .map(runs::read)
        .filter(run -> run.isFailed() || run.isDone())
        .findFirst()
        .filter(ScheduledRun::isFailed);
  }

  private String timetable(DescribeScheduleResponse described) {
    Payload words =
        described
            .getSchedule()
            .getAction()
            .getStartWorkflow()
            .getMemo()
            .getFieldsOrDefault(ScheduleId.TIMETABLE_MEMO, Payload.getDefaultInstance());
    return words.equals(Payload.getDefaultInstance())
        ? "changed by hand"
        : converter.fromPayload(words, String.class, String.class);
  }
}

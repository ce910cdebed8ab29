package io.safeupdate.worker.schedule;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.ScheduleId;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleUpdate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schedules of one host at the server; those of others are never touched. */
final class ScheduleBook {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleBook.class);

  private final ScheduleClient client;
  private final String prefix;

  ScheduleBook(WorkflowClient client, String host) {
    this.prefix = ScheduleId.allOf(host);
    this.client =
        ScheduleClient.newInstance(
            client.getWorkflowServiceStubs(),
            ScheduleClientOptions.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setIdentity(client.getOptions().getIdentity())
                .setDataConverter(client.getOptions().getDataConverter())
                .build());
  }

  /**
   * Makes the server have these schedules and no others of the host. One that somebody paused stays
   * paused, and what is right already is not written. May be repeated.
   *
   * @throws ScheduleException when the server does not take one; the others are written
   */
  void write(List<Plan> plans) {
    Failures failures = new Failures();
    plans.forEach(plan -> failures.of(() -> write(plan)));
    Set<String> wanted = plans.stream().map(Plan::id).collect(Collectors.toSet());
    failures.of(() -> removeAllBut(wanted));
    failures.raise();
  }

  private void write(Plan plan) {
    ScheduleHandle handle = client.getHandle(plan.id());
    try {
      if (!plan.is(handle.describe().getSchedule())) {
        handle.update(
            input -> new ScheduleUpdate(changed(plan, input.getDescription().getSchedule())));
        LOG.info("schedule {} is now {}", plan.id(), plan.words());
      }
    } catch (ScheduleException e) {
      if (code(e) != Status.Code.NOT_FOUND) {
        throw e;
      }
      client.createSchedule(plan.id(), plan.schedule(), ScheduleOptions.newBuilder().build());
      LOG.info("schedule {}: {}", plan.id(), plan.words());
    }
  }

  private static Schedule changed(Plan plan, Schedule there) {
    return Schedule.newBuilder(plan.schedule()).setState(there.getState()).build();
  }

  private void removeAllBut(Set<String> wanted) {
    List<String> others =
        client
            .listSchedules()
            .map(ScheduleListDescription::getScheduleId)
            .filter(id -> id.startsWith(prefix) && !wanted.contains(id))
            .toList();
    others.forEach(this::remove);
  }

  /** The server's list lags behind: it may be gone already. */
  private void remove(String id) {
    try {
      client.getHandle(id).delete();
      LOG.info("schedule {} is gone", id);
    } catch (ScheduleException e) {
      if (code(e) != Status.Code.NOT_FOUND) {
        throw e;
      }
    }
  }

  static Status.Code code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException status) {
        return status.getStatus().getCode();
      }
    }
    return Status.Code.UNKNOWN;
  }
}

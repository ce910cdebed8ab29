package io.safeupdate.cli.text;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.ScheduledTask;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment is now, what was done to it last, and what it does by itself.
 *
 * @param unscheduled what it was configured to do by itself and is not at the server
 */
public record DeploymentStatus(
    @JsonUnwrapped Inspection inspection,
    Optional<OperationEntry> lastOperation,
    List<ScheduleStatus> schedules,
    List<ScheduledTask> unscheduled) {

  public DeploymentStatus {
    schedules = List.copyOf(schedules);
    unscheduled = List.copyOf(unscheduled);
  }
}

package io.safeupdate.worker;

import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a host's worker does.
 *
 * @param activities implementations of the contract's activity interfaces
 * @param journals finds the journal of a step's operation
 * @param holdsLock whether the deployment's lock is that of a step's operation
 * @param upkeep to be done every second; throws nothing
 */
public record HostWork(
    List<Object> activities,
    Function<Step, StepJournal> journals,
    Predicate<Step> holdsLock,
    Runnable upkeep) {
  public HostWork {
    activities = List.copyOf(activities);
  }
}

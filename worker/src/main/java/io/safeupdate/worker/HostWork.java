package io.safeupdate.worker;

import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a host's worker does.
 *
 * @param activities implementations of the contract's activity interfaces
 * @param journals finds the journal of a step's operation
 * @param holdsLock whether the deployment's lock is that of a step's operation
 * @param config the configuration as its file has it now; throws what the loader does
 * @param upkeep to be done every second; throws nothing
 * @param vitals what monitoring may ask
 */
public record HostWork(
    List<Object> activities,
    Function<Step, StepJournal> journals,
    Predicate<Step> holdsLock,
    Supplier<SafeUpdateConfig> config,
    Runnable upkeep,
    Vitals vitals) {
  public HostWork {
    activities = List.copyOf(activities);
  }
}

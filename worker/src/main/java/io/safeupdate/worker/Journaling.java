package io.safeupdate.worker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each step into its operation's journal, and refuses one whose operation does not hold the
 * lock.
 */
final class Journaling {
  private static final Logger log = LoggerFactory.getLogger(Journaling.class);

  private final HostWork work;

  Journaling(HostWork work) {
    this.work = work;
  }

  /**
   * Does the step.
   *
   * @throws StepFailure {@code OperationUnknown} when the deployment's lock is not its operation's
   */
  <T> T around(Step step, int attempt, Supplier<T> deed) {
    if (!step.begins() && !step.closes() && !work.holdsLock().test(step)) {
      throw unknown(step);
    }
    StepJournal journal = work.journals().apply(step);
    if (step.closes() && !journal.exists()) {
      return deed.get();
    }
    begin(journal, step, attempt);
    try {
      T answer = deed.get();
      noteIfPossible(step, () -> journal.done(step, attempt));
      return answer;
    } catch (RuntimeException failure) {
      noteIfPossible(step, () -> journal.failed(step, attempt, type(failure)));
      throw failure;
    }
  }

  private static StepFailure unknown(Step step) {
    return new StepFailure(
        FailureType.OPERATION_UNKNOWN,
        "This host holds no lock on %s for operation %s, so it touches nothing for it. Was the operation reset to a point after its beginning? Use `safe-update retry %s` instead. Was the lock deleted, or is this another state directory than it began with? Look at `safe-update status %s`."
            .formatted(step.deployment(), step.operation(), step.deployment(), step.deployment()));
  }

  /** A deed that cannot be journaled is not done; the way back must not need room on a disk. */
  private void begin(StepJournal journal, Step step, int attempt) {
    if (step.leadsBack()) {
      noteIfPossible(step, () -> journal.begins(step, attempt));
    } else {
      journal.begins(step, attempt);
    }
  }

  /** An interrupted thread cannot write to a file. */
  private static void noteIfPossible(Step step, Runnable entry) {
    boolean interrupted = Thread.interrupted();
    try {
      entry.run();
    } catch (StepFailure failure) {
      log.warn("{} is not in its journal: {}", step.key(), failure.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String type(RuntimeException failure) {
    return failure instanceof StepFailure known
        ? known.type().type()
        : failure.getClass().getSimpleName();
  }
}

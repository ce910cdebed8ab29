package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.RestoreRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Optional;

/** A backup takes the live database's place. */
@ActivityInterface
public interface RestoreActivities {

  /**
   * Verifies the backup and restores it beside the live database, which is not touched. Idempotent:
   * a restore of this step that still runs is awaited, a complete one kept.
   */
  @ActivityMethod(name = "RestoreBeside")
  Made restoreBeside(Step step, RestoreRequest request);

  /** Drops the restored database, unless it is live. Idempotent; tolerates that there is none. */
  @ActivityMethod(name = "DropRestored")
  String drop(Step step);

  /**
   * Gives the live database's name to the one that was restored beside it. The replaced one is kept
   * and named in the answer. Idempotent.
   */
  @ActivityMethod(name = "SwapIn")
  Made swapIn(Step step);

  /**
   * Counts the rows that the replaced database has more, once nothing stands still for it any more.
   * Read-only; empty where no database was replaced.
   *
   * @return a sentence for people
   */
  @ActivityMethod(name = "CountReplaced")
  Optional<String> countReplaced(Step step);

  /** Gives the name back to the database that was replaced; no-op when none was. Idempotent. */
  @ActivityMethod(name = "SwapBack")
  String swapBack(Step step);
}

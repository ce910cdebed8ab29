package io.safeupdate.workflows.contract;

import io.safeupdate.workflows.contract.Plan.CommitLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rollback would do, and what would be lost by it.
 *
 * @param restorePoint that it goes back to
 * @param takenAt when that was taken
 * @param from the commit that runs
 * @param to the commit that would run
 * @param commitsLost what runs now and would not run any more, newest first
 * @param commitsGained what would run and does not now, newest first
 * @param database where the data would come from, in words; empty: the database stays as it is
 * @param tables those whose number of rows would change
 * @param images of the restore point
 * @param notes what a person should know besides
 * @param rejected why the rollback would be rejected; the rest is then as far as it could be read
 */
public record RollbackPlan(
    Optional<String> restorePoint,
    Optional<Instant> takenAt,
    Optional<String> from,
    Optional<String> to,
    List<CommitLine> commitsLost,
    List<CommitLine> commitsGained,
    Optional<String> database,
    List<TableRows> tables,
    List<RecordedImage> images,
    List<String> notes,
    Optional<FailureReport> rejected) {

  public RollbackPlan {
    commitsLost = List.copyOf(commitsLost);
    commitsGained = List.copyOf(commitsGained);
    tables = List.copyOf(tables);
    images = List.copyOf(images);
    notes = List.copyOf(notes);
  }

  /**
   * The rows of a table.
   *
   * @param now in the live database; empty: it has no such table
   * @param then in the database that would take its place; empty: it has no such table
   * @param exact false: one of the two is an estimate
   */
  public record TableRows(String table, Optional<Long> now, Optional<Long> then, boolean exact) {

    /** How many rows would be lost; less than nothing: how many would come. */
    public long lost() {
      return now.orElse(0L) - then.orElse(0L);
    }
  }

  /**
   * An image that a service ran.
   *
   * @param present false: somebody pruned it, and it would be built or pulled again
   */
  public record RecordedImage(String service, String reference, String id, boolean present) {}
}

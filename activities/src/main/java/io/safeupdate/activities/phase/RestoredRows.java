package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.OperationRecord;
import java.util.SortedMap;

/**
 * What a restored database held before anybody could write to it.
 *
 * @param rows by table
 * @param exact whether they were counted one by one
 */
record RestoredRows(SortedMap<String, Long> rows, boolean exact) {

  /** Counts them while nothing stands still for it. */
  static RestoredRows count(OperationRecord record, Postgres postgres, String database) {
    return record.once(
        RestoredRows.class,
        () -> {
          Fingerprint restored = postgres.fingerprint(database, Counts.EXACT);
          return new RestoredRows(restored.tables(), restored.counts() == Counts.EXACT);
        });
  }
}

package io.safeupdate.activities.database;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a database in use at one moment.
 *
 * @param fingerprint with rows counted one by one, where that does not take too long
 * @param writes rows inserted and deleted so far, by table, as the server counts them; it may learn
 *     of them {@link #LAG_SECONDS} late
 */
public record Census(Fingerprint fingerprint, SortedMap<String, Long> writes) {
  /** How long an idle session may keep what it wrote to itself. */
  public static final int LAG_SECONDS = 11;

  public Census {
    writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
  }

  /**
   * Whether a backup that was made between this census and a later one cannot hold what the
   * database held then: tables and schema must be the same, and a table that nobody wrote to has
   * exactly its rows.
   *
   * @param restored what the backup brought back
   * @return how it differs; empty: it fits
   */
  public Optional<String> misfit(Census later, Fingerprint restored) {
    Optional<String> shape = fingerprint.uncounted().difference(restored);
    return shape.or(() -> rowsApart(later, restored));
  }

  private Optional<String> rowsApart(Census later, Fingerprint restored) {
    boolean counted =
        fingerprint.counts() == Counts.EXACT
            && later.fingerprint.counts() == Counts.EXACT
            && restored.counts() == Counts.EXACT;
    return counted
        ? restored.tables().keySet().stream()
            .map(table -> rowsApart(table, later, restored.tables().get(table)))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private Optional<String> rowsApart(String table, Census later, long found) {
    long before = fingerprint.tables().getOrDefault(table, 0L);
    long after = later.fingerprint.tables().getOrDefault(table, 0L);
    long written = later.writes.getOrDefault(table, 0L) - writes.getOrDefault(table, 0L);
    boolean wasReset = written < 0;
    boolean fits =
        wasReset
            || (found >= Math.min(before, after) - written
                && found <= Math.max(before, after) + written);
    return fits
        ? Optional.empty()
        : Optional.of(
            "table %s has %d rows, but had %d before the backup and %d after"
                .formatted(table, found, before, after));
  }
}

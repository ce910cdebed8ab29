package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes fingerprints, and compares what two databases hold. */
final class Fingerprints {
  private final Psql psql;
  private final Limits limits;

  Fingerprints(Psql psql, Limits limits) {
    this.psql = psql;
    this.limits = limits;
  }

  Fingerprint take(String database, Counts wanted) {
    List<String> identity = psql.rows(database, FingerprintSql.IDENTITY, 2).get(0);
    Optional<SortedMap<String, Long>> exact =
        wanted == Counts.EXACT ? counted(database) : Optional.empty();
    return new Fingerprint(
        identity.get(0),
        database,
        Long.parseLong(identity.get(1)),
        exact.orElseGet(() -> estimated(database)),
        exact.isPresent() ? Counts.EXACT : Counts.ESTIMATED,
        psql.rows(database, FingerprintSql.SCHEMA_HASH, 1).get(0).get(0),
        migrations(database));
  }

  /** The writes are read where they widen what is taken for a fit: before the rows, and after. */
  Census census(String database, boolean first) {
    SortedMap<String, Long> early = first ? writes(database) : new TreeMap<>();
    Fingerprint fingerprint = take(database, Counts.EXACT);
    return new Census(fingerprint, first ? early : writes(database));
  }

  private SortedMap<String, Long> writes(String database) {
    return table(psql.pages(database, FingerprintSql.WRITES, 2));
  }

  MoreRows moreRows(String abandoned, String live) {
    Optional<SortedMap<String, Long>> before = counted(abandoned);
    Optional<SortedMap<String, Long>> now = before.flatMap(counts -> counted(live));
    if (before.isEmpty() || now.isEmpty()) {
      return new MoreRows(
          new TreeMap<>(),
          Optional.of(
              "not counted: it would have taken more than "
                  + limits.counting().toSeconds()
                  + " s"));
    }
    SortedMap<String, Long> more = new TreeMap<>();
    before
        .get()
        .forEach((table, rows) -> more.put(table, rows - now.get().getOrDefault(table, 0L)));
    more.values().removeIf(rows -> rows <= 0);
    return new MoreRows(more, Optional.empty());
  }

  /** Empty: it would take longer than the limit. */
  private Optional<SortedMap<String, Long>> counted(String database) {
    try {
      return Optional.of(table(psql.pages(database, FingerprintSql.EXACT, 2, limits.counting())));
    } catch (StepFailure e) {
      if (e.type() == FailureType.TIMED_OUT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private SortedMap<String, Long> estimated(String database) {
    return table(psql.pages(database, FingerprintSql.ESTIMATED, 2));
  }

  private List<Fingerprint.Migration> migrations(String database) {
    return psql.pages(database, FingerprintSql.MIGRATIONS, 2).stream()
        .map(row -> new Fingerprint.Migration(row.get(0), row.get(1)))
        .toList();
  }

  private static SortedMap<String, Long> table(List<List<String>> rows) {
    SortedMap<String, Long> table = new TreeMap<>();
    rows.forEach(row -> table.put(row.get(0), Long.valueOf(row.get(1))));
    return table;
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Fingerprint.Migration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether code that was recorded with one database can run on another one.
 *
 * @param known what the code's own database was like
 * @param other the database that it would run on
 */
record SchemaFit(Fingerprint known, Fingerprint other) {
  private static final int SHOWN = 5;

  /** Whether the code may have migrations that the database lacks. */
  boolean mayMigrate() {
    return !lacking().isEmpty() || (known.migrations().isEmpty() && misfit().isPresent());
  }

  /**
   * Why they do not fit; empty: they do. Where nobody notes migrations, the schema itself tells.
   */
  Optional<String> misfit() {
    List<Migration> lacking = lacking();
    List<Migration> unknown = without(other.migrations(), known.migrations());
    if (!unknown.isEmpty()) {
      return Optional.of("the schema is ahead of the code: " + some(unknown) + " would be unknown");
    }
    if (!lacking.isEmpty()) {
      return Optional.of("the schema is behind the code: " + some(lacking) + " would be missing");
    }
    boolean isNoted = !known.migrations().isEmpty();
    return isNoted || known.schemaHash().equals(other.schemaHash())
        ? Optional.empty()
        : Optional.of("columns, constraints or indexes are not those that the code ran with");
  }

  private List<Migration> lacking() {
    return without(known.migrations(), other.migrations());
  }

  private static List<Migration> without(List<Migration> all, List<Migration> some) {
    return all.stream().filter(migration -> !some.contains(migration)).toList();
  }

  private static String some(List<Migration> migrations) {
    String shown =
        migrations.stream().limit(SHOWN).map(Migration::toString).collect(Collectors.joining(", "));
    int more = migrations.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}

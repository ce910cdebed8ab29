package io.safeupdate.activities.phase;

import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import java.util.List;

/**
 * What a release would migrate.
 *
 * @param known whether the names could be read
 */
record PendingMigrations(Migration migration, boolean known, List<String> names) {

  PendingMigrations {
    names = List.copyOf(names);
  }

  static PendingMigrations none() {
    return new PendingMigrations(Migration.NONE, true, List.of());
  }

  static PendingMigrations of(List<String> names) {
    return names.isEmpty() ? none() : new PendingMigrations(Migration.COMMAND, true, names);
  }

  static PendingMigrations unknown(Migration migration) {
    return new PendingMigrations(migration, false, List.of());
  }

  String words() {
    if (migration == Migration.NONE) {
      return "no migration is pending";
    }
    return known
        ? Amounts.count(names.size(), "migration") + " pending (" + String.join(", ", names) + ")"
        : "migrations may be pending";
  }
}

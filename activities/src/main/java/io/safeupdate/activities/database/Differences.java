package io.safeupdate.activities.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a database differs from what was expected. */
final class Differences {
  private static final int TOLD = 5;

  private final Fingerprint expected;
  private final Fingerprint found;
  private final List<String> differences = new ArrayList<>();

  Differences(Fingerprint expected, Fingerprint found) {
    this.expected = expected;
    this.found = found;
  }

  Optional<String> inWords() {
    tables();
    migrations();
    if (!expected.schemaHash().equals(found.schemaHash()) && differences.isEmpty()) {
      differences.add("columns, constraints or indexes differ");
    }
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    String told = String.join("; ", differences.subList(0, Math.min(TOLD, differences.size())));
    int untold = differences.size() - TOLD;
    return Optional.of(untold > 0 ? told + "; and " + untold + " more" : told);
  }

  private void tables() {
    Set<String> all = new TreeSet<>(expected.tables().keySet());
    all.addAll(found.tables().keySet());
    all.forEach(this::table);
  }

  private void table(String table) {
    Long wanted = expected.tables().get(table);
    Long there = found.tables().get(table);
    if (there == null) {
      differences.add("table " + table + " is missing");
    } else if (wanted == null) {
      differences.add("table " + table + " is new");
    } else if (countedBoth() && !Objects.equals(wanted, there)) {
      differences.add("table %s has %d rows instead of %d".formatted(table, there, wanted));
    }
  }

  private boolean countedBoth() {
    return expected.counts() == Counts.EXACT && found.counts() == Counts.EXACT;
  }

  private void migrations() {
    expected.migrations().stream()
        .filter(migration -> !found.migrations().contains(migration))
        .forEach(migration -> differences.add("migration " + migration + " is not applied"));
    found.migrations().stream()
        .filter(migration -> !expected.migrations().contains(migration))
        .forEach(migration -> differences.add("migration " + migration + " is applied"));
  }
}

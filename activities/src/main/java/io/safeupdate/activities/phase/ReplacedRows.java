package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.DatabaseReplaced;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a database that was replaced has more than what took its place had then. */
record ReplacedRows(Deployment deployment, Step step, DatabaseReplaced replaced) {

  /** A sentence; empty: nothing is known to be lost. */
  Optional<String> inWords() {
    return deployment
        .record(step)
        .find(RestoredRows.class)
        .filter(RestoredRows::exact)
        .flatMap(restored -> more(restored.rows()));
  }

  private Optional<String> more(SortedMap<String, Long> restored) {
    Baseline before = deployment.record(step).get(Baseline.class);
    Fingerprint kept = deployment.postgres(before).fingerprint(replaced.replaced(), Counts.EXACT);
    if (kept.counts() != Counts.EXACT) {
      return Optional.empty();
    }
    String tables =
        kept.tables().entrySet().stream()
            .filter(it -> it.getValue() > restored.getOrDefault(it.getKey(), 0L))
            .map(it -> "%s (%d)".formatted(it.getKey(), more(it.getValue(), restored, it.getKey())))
            .collect(Collectors.joining(", "));
    return Optional.of(tables)
        .filter(text -> !text.isEmpty())
        .map(
            text -> replaced.replaced() + " has rows that the restored one had not: " + text + ".");
  }

  private static long more(long rows, SortedMap<String, Long> restored, String table) {
    return rows - restored.getOrDefault(table, 0L);
  }
}

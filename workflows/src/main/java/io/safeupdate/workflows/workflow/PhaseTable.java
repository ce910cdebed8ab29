package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Named rows with a status each, in the order in which they were first named. */
final class PhaseTable {
  private final Map<String, PhaseReport> rows = new LinkedHashMap<>();

  void pending(String name) {
    put(name, PhaseStatus.PENDING, Optional.empty(), Optional.empty());
  }

  /** A row that runs already goes on running: it has several steps. */
  void start(String name) {
    PhaseReport row = rows.get(name);
    if (row != null && row.status() == PhaseStatus.RUNNING) {
      return;
    }
    put(name, PhaseStatus.RUNNING, Optional.of(now()), Optional.empty());
  }

  void done(String name, String summary) {
    end(name, PhaseStatus.DONE, summary);
  }

  void skip(String name, String reason) {
    put(name, PhaseStatus.SKIPPED, Optional.empty(), Optional.of(reason));
  }

  void failed(String name, TemporalFailure reason) {
    end(
        name,
        Failures.isCancelled(reason) ? PhaseStatus.CANCELLED : PhaseStatus.FAILED,
        Failures.message(reason));
  }

  /** Moves a row on, if there is one of this name. */
  void mark(String name, PhaseStatus status) {
    rows.computeIfPresent(
        name,
        (key, row) -> new PhaseReport(key, status, row.startedAt(), row.seconds(), row.summary()));
  }

  void skipPending(String reason) {
    rows.values().stream()
        .filter(row -> row.status() == PhaseStatus.PENDING)
        .map(PhaseReport::name)
        .toList()
        .forEach(name -> skip(name, reason));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Also when there is none. */
  boolean all(Predicate<String> names) {
    return rows.keySet().stream().allMatch(names);
  }

  List<PhaseReport> reports() {
    return List.copyOf(rows.values());
  }

  private void end(String name, PhaseStatus status, String summary) {
    put(name, status, rows.get(name).startedAt(), Optional.of(summary));
  }

  private void put(
      String name, PhaseStatus status, Optional<Instant> startedAt, Optional<String> summary) {
    boolean ended = status != PhaseStatus.RUNNING;
    Optional<Double> seconds = startedAt.filter(start -> ended).map(PhaseTable::since);
    rows.put(name, new PhaseReport(name, status, startedAt, seconds, summary));
  }

  private static Double since(Instant start) {
    return Duration.between(start, now()).toMillis() / 1000.0;
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

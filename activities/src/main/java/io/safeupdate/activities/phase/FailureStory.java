package io.safeupdate.activities.phase;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.Strategy;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What failed, and what had happened by then, as the operation itself knows it. */
final class FailureStory {
  private static final String GUIDE =
      """

      In this folder, as things were before anything was retried or undone:
        phases.txt      what had been done, and how long it took
        logs/           the last lines of each container of the application
        steps/          what the containers of this operation printed: migration, trial, backup
        containers.txt  states, exit codes, health, restarts
        database.txt    the server's databases and room
        migrations.txt  what was pending, and what the database says it has
        compose.json    the resolved configuration, secrets taken out
        disk.txt        room on this host
      """;

  private final OperationProgress known;
  private final Instant now;

  FailureStory(OperationProgress known, Instant now) {
    this.known = known;
    this.now = now;
  }

  String summary() {
    return known.failure().map(FailureStory::cause).orElse("")
        + fact("operation", Optional.of(known.operation()))
        + fact("deployment", Optional.of(known.deployment()))
        + fact("kept at", Optional.of(now.toString()))
        + fact("from", known.from())
        + fact("to", known.to())
        + fact("restore point", known.restorePoint())
        + fact("strategy", known.strategy().map(Strategy::label))
        + GUIDE;
  }

  private static String cause(FailureReport failure) {
    return "Failed in %s (%s)%n%n%s%n%n"
        .formatted(failure.phase(), failure.type(), failure.message().strip());
  }

  private static String fact(String name, Optional<String> value) {
    return value.map(it -> "%-14s %s%n".formatted(name, it)).orElse("");
  }

  String phases() {
    StringBuilder text = new StringBuilder();
    known.phases().forEach(phase -> text.append(line(phase)));
    return text.toString();
  }

  private static String line(PhaseReport phase) {
    String line =
        "%-10s %-9s %9s  %-27s %s"
            .formatted(
                phase.name(),
                phase.status().label(),
                phase.seconds().map(it -> String.format(Locale.ROOT, "%.1f s", it)).orElse(""),
                phase.startedAt().map(Instant::toString).orElse(""),
                phase.summary().map(it -> it.lines().findFirst().orElse("")).orElse(""));
    return line.stripTrailing() + "\n";
  }
}

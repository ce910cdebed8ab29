package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.Waiting;
import java.util.List;
import java.util.stream.Collectors;

/** Progress as the Temporal Web UI renders it. */
final class Markdown {
  private static final String HEADER =
      "| phase | status | seconds | |\n| --- | --- | ---: | --- |\n";

  private Markdown() {}

  static String of(OperationProgress progress) {
    StringBuilder text = new StringBuilder(HEADER).append(rows(progress.phases()));
    progress
        .rollback()
        .ifPresent(
            undos -> text.append("\n**The way back**\n\n").append(HEADER).append(rows(undos)));
    progress
        .failure()
        .flatMap(FailureReport::logs)
        .ifPresent(folder -> text.append(logs(progress.operation(), folder)));
    progress.waiting().ifPresent(waiting -> text.append(question(waiting)));
    progress.outcome().ifPresent(outcome -> text.append("\n**").append(outcome).append("**\n"));
    return text.toString();
  }

  private static String rows(List<PhaseReport> reports) {
    return reports.stream().map(Markdown::row).collect(Collectors.joining());
  }

  private static String row(PhaseReport report) {
    return "| %s | %s | %s | %s |%n"
        .formatted(
            report.name(),
            report.status().label(),
            report.seconds().map(seconds -> String.valueOf(seconds)).orElse(""),
            report.summary().map(Markdown::cell).orElse(""));
  }

  /** Keeps a text of the outside world within its cell, and without links, images and code. */
  private static String cell(String text) {
    return text.replaceAll("[\\\\|`*\\[\\]]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("\\R", "<br>");
  }

  private static String logs(String operation, String folder) {
    return "\nWhat the failure looked like: `safe-update show %s --logs`, in %s on the host.%n"
        .formatted(operation, cell(folder));
  }

  private static String question(Waiting waiting) {
    return "\n**Waits for a decision about %s**: %s%n%nSend the update `decide` with %s.%n"
        .formatted(
            waiting.about(),
            cell(waiting.reason()),
            waiting.choices().stream()
                .map(Choice::label)
                .map("`{\"decision\": \"%s\"}`"::formatted)
                .collect(Collectors.joining(" or ")));
  }
}

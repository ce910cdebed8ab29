package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.util.List;
import java.util.Optional;

/** One operation, open or ended. */
public final class ShownOperation implements Text {
  private final OperationProgress document;
  private final OperationSummary summary;
  private final Commands commands;

  private ShownOperation(OperationProgress document, OperationSummary summary, Commands commands) {
    this.document = document;
    this.summary = summary;
    this.commands = commands;
  }

  /** One that is over. */
  public static ShownOperation ended(
      OperationSummary summary, OperationResult ending, Commands commands) {
    return new ShownOperation(OperationProgress.of(ending, Optional.empty()), summary, commands);
  }

  /**
   * One that is not.
   *
   * @param progress empty when no worker answers; the server's own knowledge serves then
   */
  public static ShownOperation open(
      OperationSummary summary, Optional<OperationProgress> progress, Commands commands) {
    return new ShownOperation(progress.orElseGet(summary::unanswered), summary, commands);
  }

  /** What {@code --json} prints: the keys of {@code update --json}. */
  public OperationProgress document() {
    return document;
  }

  @Override
  public String in(Style style) {
    return heading(style) + phases(style) + "\n" + end(style);
  }

  private String heading(Style style) {
    return style.strong(document.deployment())
        + "  "
        + summary.type()
        + ", started "
        + Spans.utc(summary.startedAt())
        + summary.endedAt().map(it -> ", took " + Spans.between(summary.startedAt(), it)).orElse("")
        + "\n";
  }

  private String phases(Style style) {
    StringBuilder text = new StringBuilder();
    List<PhaseReport> begun =
        document.phases().stream().filter(it -> it.status() != PhaseStatus.PENDING).toList();
    begun.forEach(phase -> text.append(PhaseLine.of(phase, style)).append('\n'));
    return text.toString();
  }

  private String end(Style style) {
    if (document.outcome().isPresent()) {
      OperationResult result = document.result(document.outcome().get());
      return OperationText.whole(result, document.waiting(), commands).in(style);
    }
    String id = document.operation();
    String open =
        document.waiting().map(it -> new Question(id, commands).block(it) + "\n").orElse("");
    Table steps = new Table(Style.PLAIN, "  ");
    steps.row(commands.run("show", id, "--follow"), "follows it");
    steps.row(commands.run("cancel", id), "brings the old version back");
    if (document.failure().flatMap(FailureReport::logs).isPresent()) {
      steps.row(commands.run("show", id, "--logs"), "what the failure looked like");
    }
    String where = summary.phase().map(name -> " at " + name).orElse("");
    return "still open" + where + "\n" + open + steps;
  }
}

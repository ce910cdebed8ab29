package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.Waiting;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How an operation ended, why, and what to do now. */
public final class OperationText implements Text {
  private static final Set<Outcome> DOWNTIME_KNOWN =
      EnumSet.of(Outcome.UPDATED, Outcome.ROLLED_BACK, Outcome.CANCELLED);

  private final OperationResult result;
  private final Optional<Waiting> waiting;
  private final NextSteps next;
  private final boolean watched;

  private OperationText(
      OperationResult result, Optional<Waiting> waiting, Commands commands, boolean watched) {
    this.result = result;
    this.waiting = waiting;
    this.next = new NextSteps(result, waiting, commands);
    this.watched = watched;
  }

  /** For somebody who saw every step of it go by. */
  public static Text afterWatching(
      OperationResult result, Optional<Waiting> waiting, Commands commands) {
    return style -> "\n" + new OperationText(result, waiting, commands, true).in(style);
  }

  /** For somebody who asks later. */
  static Text whole(OperationResult result, Optional<Waiting> waiting, Commands commands) {
    return new OperationText(result, waiting, commands, false);
  }

  @Override
  public String in(Style style) {
    return heading(style)
        + facts(style)
        + result.failure().map(failure -> cause(failure, style)).orElse("")
        + result.rollback().map(steps -> wayBack(steps, style)).orElse("")
        + waiting.map(it -> question(it, style)).orElse("")
        + notes(style)
        + next.in(style);
  }

  private String heading(Style style) {
    Mark mark = mark(result.outcome());
    String word = mark.paint(result.outcome().name(), style);
    return mark.in(style) + " " + style.strong(word) + "  " + sentence() + "\n";
  }

  private String sentence() {
    String name = result.deployment();
    return switch (result.outcome()) {
      case UPDATED -> name + " runs " + Commits.brief(result.to()) + ", healthy";
      case ALREADY_CURRENT ->
          name + " is at " + Commits.brief(result.to()) + " already; nothing was touched";
      case REJECTED -> rejected(name);
      case ROLLED_BACK, CANCELLED -> asBefore(name);
      case NEEDS_ATTENTION -> name + " waits for a person; nothing was destroyed";
      case DONE -> name + noun(": %s done");
    };
  }

  private String rejected(String name) {
    return result.ofUpdate()
        ? name + " was not updated; nothing was touched"
        : name + noun(": no %s; nothing was touched");
  }

  private String asBefore(String name) {
    return result.ofUpdate()
        ? name + " runs the old version " + Commits.brief(result.from()) + ", with its data"
        : name + " is as it was, with its data";
  }

  private String noun(String sentence) {
    return sentence.formatted(result.type().map(OperationType::noun).orElse("operation"));
  }

  private static Mark mark(Outcome outcome) {
    return switch (outcome) {
      case UPDATED, ALREADY_CURRENT, DONE -> Mark.GOOD;
      case REJECTED, ROLLED_BACK -> Mark.BAD;
      case CANCELLED -> Mark.NOTHING;
      case NEEDS_ATTENTION -> Mark.WARNING;
    };
  }

  private String facts(Style style) {
    Table facts = new Table(style, "  ");
    facts.row("operation", result.operation());
    result.made().ifPresent(it -> facts.row(result.type().map(OperationType::noun).orElse(""), it));
    if (movesCode() && result.from().isPresent() && result.outcome() != Outcome.ALREADY_CURRENT) {
      facts.row("commits", Commits.move(result.from(), result.to()));
    }
    result.strategy().map(Strategy::label).ifPresent(it -> facts.row("strategy", it));
    result.restorePoint().ifPresent(it -> facts.row("restore point", it));
    if (DOWNTIME_KNOWN.contains(result.outcome()) || result.downtimeSeconds() > 0) {
      facts.row("downtime", Spans.of(result.downtimeSeconds()));
    }
    return facts.toString();
  }

  private boolean movesCode() {
    return result.ofUpdate()
        || (result.type().filter(OperationType.ROLLBACK::equals).isPresent()
            && !result.from().equals(result.to()));
  }

  private String cause(FailureReport failure, Style style) {
    boolean overcome = result.outcome() == Outcome.UPDATED;
    String heading =
        overcome
            ? "Failed at first in " + failure.phase() + " (" + failure.type() + ")"
            : "Failed in " + failure.phase() + " (" + failure.type() + ")";
    return "\n" + style.strong(heading) + "\n" + Prose.indented(failure.message(), "  ", style);
  }

  private String wayBack(List<PhaseReport> steps, Style style) {
    boolean allDone = steps.stream().allMatch(step -> step.status() == PhaseStatus.DONE);
    if (watched && allDone) {
      return "\n" + style.strong("The way back") + "  " + steps.size() + " steps, all done\n";
    }
    StringBuilder text = new StringBuilder("\n" + style.strong("The way back") + "\n");
    Style narrower = new Style(style.colour(), style.width() - 2);
    steps.forEach(step -> text.append("  ").append(PhaseLine.of(step, narrower)).append('\n'));
    return text.toString();
  }

  private static String question(Waiting waiting, Style style) {
    String heading = "Waits for a decision about " + waiting.about();
    String until =
        waiting.until().map(when -> "; rolls back by itself at " + Spans.utc(when)).orElse("");
    return "\n"
        + style.strong(heading)
        + until
        + "\n"
        + Prose.indented(waiting.reason(), "  ", style);
  }

  private String notes(Style style) {
    if (result.notes().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n" + style.strong("Notes") + "\n");
    result.notes().forEach(note -> text.append(Prose.indented("- " + note, "  ", style)));
    return text.toString();
  }
}

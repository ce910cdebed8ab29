package io.safeupdate.cli.text;

import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.util.Locale;

/** A phase, or a step of the way back, on one line. */
public final class PhaseLine {
  /** Fits {@code undo-preflight}. */
  private static final int NAME = 14;

  private static final int STATUS = 9;
  private static final int SECONDS = 13;

  private PhaseLine() {}

  /** Such as {@code ✓ prepare done 36 s 2 images built}. */
  public static String of(PhaseReport report, Style style) {
    Mark mark = Mark.of(report.status());
    return mark.in(style) + " " + afterMark(report, style);
  }

  /** The same without its mark, for whoever has a better one. */
  public static String afterMark(PhaseReport report, Style style) {
    String status = String.format(Locale.ROOT, "%-" + STATUS + "s", report.status().label());
    String head =
        String.format(
            Locale.ROOT,
            "%-" + NAME + "s %s %-" + SECONDS + "s ",
            report.name(),
            Mark.of(report.status()).paint(status, style),
            seconds(report));
    int taken = 2 + NAME + 1 + STATUS + 1 + SECONDS + 1;
    return (head + style.fit(summary(report), taken)).stripTrailing();
  }

  private static String seconds(PhaseReport report) {
    boolean ran = report.status() != PhaseStatus.SKIPPED;
    return ran ? report.seconds().map(Spans::of).orElse("") : "";
  }

  /** Failures come with log lines; the first line says what happened. */
  private static String summary(PhaseReport report) {
    return report.summary().map(text -> text.strip().split("\n", 2)[0]).orElse("");
  }
}

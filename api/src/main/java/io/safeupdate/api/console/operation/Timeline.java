package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Phases, or the steps of a way back, in their order and along the time they took. */
public final class Timeline {
  private static final int WIDTH = 1000;

  /** Phases of milliseconds are to be seen too. */
  private static final double THINNEST = 4;

  private final List<PhaseReport> phases;
  private final Optional<String> doing;
  private final Instant now;

  /**
   * Phases as they were reported.
   *
   * @param doing what the running phase is at
   */
  public Timeline(List<PhaseReport> phases, Optional<String> doing, Instant now) {
    this.phases = List.copyOf(phases);
    this.doing = doing;
    this.now = now;
  }

  public Html table(String caption) {
    if (phases.isEmpty()) {
      return Html.tag("p", "class", "faint").text("No phase is known.");
    }
    return Html.tag("table", "class", "timeline", "role", "table")
        .around(
            Html.tag("caption", "class", "unseen").text(caption),
            Html.tag("thead", "role", "rowgroup").around(head()),
            Html.tag("tbody", "role", "rowgroup").around(phases.stream().map(this::row).toList()));
  }

  private static Html head() {
    return Html.tag("tr", "role", "row")
        .around(
            List.of("Phase", "Status", "Started (UTC)", "Took", "When", "What").stream()
                .map(name -> Html.tag("th", "scope", "col", "role", "columnheader").text(name))
                .toList());
  }

  private Html row(PhaseReport phase) {
    Mark mark = Mark.of(phase.status());
    return Html.tag("tr", "role", "row", "class", mark.style())
        .around(
            Html.tag("th", "scope", "row", "role", "rowheader").text(phase.name()),
            Html.tag("td", "role", "cell", "class", "status")
                .around(mark.before(phase.status().label())),
            Html.tag("td", "role", "cell", "class", "time").around(started(phase)),
            Html.tag("td", "role", "cell", "class", "time")
                .text(took(phase).map(Words::span).orElse("")),
            Html.tag("td", "role", "cell", "class", "when").around(bar(phase)),
            Html.tag("td", "role", "cell", "class", "what").text(what(phase)));
  }

  private static Html started(PhaseReport phase) {
    return phase
        .startedAt()
        .filter(start -> ran(phase))
        .map(start -> Html.tag("time", "datetime", start.toString()).text(Words.clock(start)))
        .orElse(Html.NOTHING);
  }

  /** A worker reports a running phase's time as of its last step. */
  private Optional<Double> took(PhaseReport phase) {
    if (isAtWork(phase)) {
      return phase.startedAt().map(start -> Words.seconds(start, now));
    }
    return ran(phase) ? phase.seconds() : Optional.empty();
  }

  /** Failures bring log lines along; the first line says what happened. */
  private String what(PhaseReport phase) {
    Optional<String> summary = phase.summary().map(text -> text.strip().split("\n", 2)[0]);
    Optional<String> activity = isAtWork(phase) ? doing : Optional.empty();
    return activity.or(() -> summary).orElse("");
  }

  private Html bar(PhaseReport phase) {
    Optional<Instant> start = phase.startedAt().filter(known -> ran(phase));
    return start.isPresent() ? bar(start.get(), took(phase).orElse(0.0)) : Html.NOTHING;
  }

  private Html bar(Instant start, double seconds) {
    double scale = WIDTH / Math.max(0.001, Words.seconds(beginning(), end()));
    double width = Math.max(THINNEST, seconds * scale);
    double left = Math.min(Words.seconds(beginning(), start) * scale, WIDTH - width);
    Html box = Html.tag("rect", "x", number(left), "width", number(width), "height", "8").empty();
    return Html.tag("svg", "viewBox", "0 0 " + WIDTH + " 8", "preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .around(box);
  }

  private Instant beginning() {
    return phases.stream()
        .filter(Timeline::ran)
        .flatMap(phase -> phase.startedAt().stream())
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  private Instant end() {
    return phases.stream()
        .filter(Timeline::ran)
        .flatMap(phase -> phase.startedAt().map(start -> end(start, phase)).stream())
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private Instant end(Instant start, PhaseReport phase) {
    return start.plusMillis(Math.round(took(phase).orElse(0.0) * 1000));
  }

  private static boolean ran(PhaseReport phase) {
    return phase.status() != PhaseStatus.SKIPPED && phase.status() != PhaseStatus.PENDING;
  }

  private static boolean isAtWork(PhaseReport phase) {
    return phase.status() == PhaseStatus.RUNNING;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

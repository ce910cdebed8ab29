package io.safeupdate.cli.follow;

import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.PhaseLine;
import io.safeupdate.cli.text.Question;
import io.safeupdate.cli.text.Spans;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Redraws the running step at the bottom of a terminal. What has ended stays above as ordinary
 * lines, so nothing is lost when the terminal is small.
 */
final class LiveView implements View {
  /** Asking for the width starts a process: now and then is often enough. */
  private static final int TICKS_PER_LOOK = 20;

  private final Sheet sheet;
  private final Clock clock;
  private final Question question;
  private final Skips skips = new Skips();
  private final LiveRegion region;
  private final Spinner spinner = new Spinner();

  private Optional<PhaseReport> running = Optional.empty();
  private Optional<String> doing = Optional.empty();
  private Optional<String> alarm = Optional.empty();
  private List<String> ahead = List.of();
  private boolean comingBack;
  private Style style;

  LiveView(Sheet sheet, Clock clock, Question question) {
    this.sheet = sheet;
    this.clock = clock;
    this.question = question;
    this.region = new LiveRegion(sheet.stream());
    this.style = sheet.style();
  }

  @Override
  public synchronized void ahead(List<String> phases) {
    ahead = phases;
  }

  @Override
  public synchronized void phaseChanged(PhaseReport phase) {
    if (!skips.isAlike(phase)) {
      flush();
    }
    if (phase.status() == PhaseStatus.SKIPPED) {
      skips.add(phase);
    } else {
      changed(phase);
    }
  }

  @Override
  public synchronized void undoChanged(PhaseReport undo) {
    flush();
    if (!comingBack) {
      comingBack = true;
      region.keep(style.strong("The way back"));
    }
    changed(undo);
  }

  private void changed(PhaseReport step) {
    if (running.filter(it -> isSame(it, step)).isPresent()) {
      return;
    }
    doing = Optional.empty();
    alarm = Optional.empty();
    running = Optional.of(step).filter(it -> it.status() == PhaseStatus.RUNNING);
    if (step.status() != PhaseStatus.PENDING && running.isEmpty()) {
      region.keep(PhaseLine.of(step, style));
    }
    draw();
  }

  /** Reports of a running step differ by the time it has taken. */
  private static boolean isSame(PhaseReport running, PhaseReport report) {
    return running.name().equals(report.name())
        && running.status() == report.status()
        && running.startedAt().equals(report.startedAt());
  }

  @Override
  public synchronized void doing(String what) {
    doing = Optional.of(what.strip().split("\n", 2)[0]);
    alarm = Optional.empty();
  }

  @Override
  public synchronized void waiting(Waiting waiting) {
    say(style.warning(question.block(waiting)));
  }

  @Override
  public synchronized void workerAway(Duration since) {
    alarm = Optional.of("no worker has answered for " + Spans.of(since) + ": the operation waits");
  }

  @Override
  public synchronized void serverAway(Duration since) {
    alarm = Optional.of("Temporal has not answered for " + Spans.of(since) + ": trying again");
  }

  @Override
  public synchronized void tick() {
    spinner.turn();
    if (spinner.isEvery(TICKS_PER_LOOK)) {
      style = sheet.style();
    }
    flush();
    draw();
  }

  @Override
  public synchronized void say(String line) {
    flush();
    region.keep(line);
    draw();
  }

  @Override
  public synchronized void close() {
    flush();
    region.close();
  }

  private void flush() {
    skips.take().ifPresent(skipped -> region.keep(PhaseLine.of(skipped, style)));
  }

  private void draw() {
    List<String> lines = new ArrayList<>();
    running.ifPresent(step -> lines.add(runningLine(step)));
    alarm.ifPresent(text -> lines.add("  " + style.warning(style.fit("! " + text, 2))));
    if (!comingBack && running.isPresent() && !ahead.isEmpty()) {
      lines.add("  " + style.faint(style.fit("then " + String.join(", ", ahead), 2)));
    }
    region.draw(lines);
  }

  private String runningLine(PhaseReport step) {
    Optional<Double> seconds =
        step.startedAt()
            .map(start -> Duration.between(start, clock.instant()).toMillis() / 1000.0)
            .or(step::seconds);
    PhaseReport now =
        new PhaseReport(
            step.name(), step.status(), step.startedAt(), seconds, doing.or(step::summary));
    return style.strong(spinner.sign()) + " " + PhaseLine.afterMark(now, style);
  }
}

package io.safeupdate.cli.follow;

import io.safeupdate.cli.terminal.Printable;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.PhaseLine;
import io.safeupdate.cli.text.Question;
import io.safeupdate.cli.text.Spans;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Waiting;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line for each change, with its time, for logs; a step that takes long says what it does. */
final class LineView implements View {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final Clock clock;
  private final Question question;
  private final String prefix;
  private final Skips skips = new Skips();
  private final Set<List<Object>> told = new HashSet<>();

  private Optional<PhaseReport> running = Optional.empty();
  private Optional<String> doing = Optional.empty();
  private Instant spoke;

  /**
   * @param prefix stands before every line, where lines of several operations mix
   */
  LineView(PrintStream out, Clock clock, Question question, String prefix) {
    this.out = out;
    this.prefix = prefix;
    this.clock = clock;
    this.question = question;
    this.spoke = clock.instant();
  }

  @Override
  public synchronized void phaseChanged(PhaseReport phase) {
    if (!isNews(phase)) {
      return;
    }
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
    if (isNews(undo)) {
      flush();
      changed(undo);
    }
  }

  /** Whoever follows an operation again hears everything again. */
  private boolean isNews(PhaseReport step) {
    return told.add(List.of(step.name(), step.status(), step.startedAt()));
  }

  private void changed(PhaseReport step) {
    doing = Optional.empty();
    running = Optional.of(step).filter(it -> it.status() == PhaseStatus.RUNNING);
    if (step.status() != PhaseStatus.PENDING) {
      print(PhaseLine.of(step, Style.PLAIN));
    }
  }

  @Override
  public synchronized void doing(String what) {
    doing = Optional.of(what.strip().split("\n", 2)[0]);
  }

  @Override
  public synchronized void waiting(Waiting waiting) {
    flush();
    print(question.line(waiting));
  }

  @Override
  public synchronized void workerAway(Duration since) {
    say("no worker has answered for " + Spans.of(since) + ": the operation waits");
  }

  @Override
  public synchronized void serverAway(Duration since) {
    say("Temporal has not answered for " + Spans.of(since) + ": trying again");
  }

  @Override
  public synchronized void tick() {
    Instant now = clock.instant();
    if (running.isPresent() && Duration.between(spoke, now).compareTo(PATIENCE) >= 0) {
      PhaseReport step = running.get();
      String elapsed = step.startedAt().map(start -> Spans.between(start, now)).orElse("");
      print("· " + step.name() + " goes on, " + elapsed + doing.map(it -> ": " + it).orElse(""));
    }
  }

  @Override
  public synchronized void say(String line) {
    flush();
    print(line);
  }

  @Override
  public synchronized void close() {
    flush();
  }

  private void flush() {
    skips.take().ifPresent(skipped -> print(PhaseLine.of(skipped, Style.PLAIN)));
  }

  private void print(String line) {
    spoke = clock.instant();
    out.println(spoke.truncatedTo(ChronoUnit.SECONDS) + "  " + prefix + Printable.of(line));
    out.flush();
  }
}

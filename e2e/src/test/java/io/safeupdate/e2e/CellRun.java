package io.safeupdate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.e2e.fault.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One update to which one mishap happens, looked at after. */
final class CellRun {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Who has not ended on a full disk by then waits for room. */
  private static final Duration FULL = Duration.ofSeconds(90);

  private static final double CANCEL_SECONDS = 15;

  private final Stage stage;
  private final Cell cell;
  private final List<String> problems = new ArrayList<>();
  private String remark = "";
  private Instant cancelled = Instant.MAX;

  CellRun(Stage stage, Cell cell) {
    this.stage = stage;
    this.cell = cell;
  }

  /** Plays the cell; what goes wrong becomes a problem of the finding. */
  Finding play() {
    long begin = System.nanoTime();
    String ending = "?";
    try {
      ending = playOut();
    } catch (RuntimeException | AssertionError e) {
      problems.add(firstLines(String.valueOf(e.getMessage())));
    } finally {
      stage.hasty(false);
      if (cell.mishap() == Mishap.FULL) {
        stage.disk().free();
      }
    }
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    return new Finding(cell, ending, seconds, remark, List.copyOf(problems));
  }

  private static String firstLines(String text) {
    return text.substring(0, Math.min(600, text.length())).replace('\n', ' ');
  }

  private String playOut() {
    stage.book.post("before " + cell);
    String target = stage.releases.next();
    Standing standing = Standing.of(stage);
    arm();
    stage.hasty(cell.mishap() == Mishap.HANG);
    Host.Answer answer = update();
    stage.hasty(false);
    judge(answer, standing, target);
    return answer.outcome();
  }

  private Host.Answer update() {
    if (cell.mishap().failsTheStep()) {
      return decided(stage.host.update("production"));
    }
    Underway update = Underway.started(stage.host, "production");
    meet(update);
    return cell.mishap() == Mishap.FULL ? endingOnAFullDisk(update) : update.ending();
  }

  private void arm() {
    Faults faults = stage.faults;
    faults.armed().clear();
    if (cell.isOnTheWayBack()) {
      faults.after("verify", Act.ERROR);
    }
    switch (cell.mishap()) {
      case ERROR -> armError(faults);
      case KILLED_BEFORE -> faults.before(cell.step(), Act.HALT);
      case KILLED_AFTER -> faults.after(cell.step(), Act.HALT);
      case ENGINE, TEMPORAL, REBOOT, FULL, CANCEL -> faults.before(cell.step(), Act.PAUSE);
      case HANG -> faults.before(cell.step(), Act.HANG);
    }
  }

  /** A deed fails although it has happened; an undo fails until a person is asked. */
  private void armError(Faults faults) {
    if (cell.isOnTheWayBack()) {
      faults.failUntilAPersonIsAsked(cell.step());
    } else {
      faults.after(cell.step(), Act.ERROR);
    }
  }

  private void meet(Underway update) {
    switch (cell.mishap()) {
      case KILLED_BEFORE, KILLED_AFTER -> stage.upAfterKills(1);
      case ENGINE -> {
        awaitPause();
        stage.faults.armed().release();
        stage.engine().stop();
        stage.engine().start();
      }
      case TEMPORAL -> {
        awaitPause();
        stage.host.killTemporal();
        stage.faults.armed().release();
      }
      case REBOOT -> {
        awaitPause();
        reboot();
      }
      case FULL -> {
        awaitPause();
        stage.disk().fill();
        stage.faults.armed().release();
      }
      case CANCEL -> cancel(update);
      default -> {}
    }
  }

  /** Whoever waits for room, and whoever asks a person for it, goes on once there is some. */
  private Host.Answer endingOnAFullDisk(Underway update) {
    Optional<Host.Answer> early = update.endingWithin(FULL);
    stage.disk().free();
    remark = early.isPresent() ? "on the full disk" : "once there was room";
    Host.Answer ending = early.orElseGet(update::ending);
    if (ending.outcome().equals("NEEDS_ATTENTION")) {
      remark = "once there was room and a person said `retry`";
      return Host.answer(stage.host.run("decide", update.operation(), "retry", "--json"));
    }
    return ending;
  }

  /** Everything goes at once; the engine then starts by itself what its restart policies say. */
  private void reboot() {
    stage.host.kill();
    stage.host.killTemporal();
    stage.engine().stop();
    stage.faults.armed().release();
    stage.engine().start();
    stage.host.up();
  }

  private void awaitPause() {
    Eventually.holds(LIMIT, stage.faults.armed()::isPaused);
  }

  /** A deed that waits goes on when it hears of the cancel; no undo ever hears of one. */
  private void cancel(Underway update) {
    awaitPause();
    stage.host.run("cancel", update.operation(), "--reason", "the matrix", "--detach").orFail();
    cancelled = Instant.now();
    if (!cell.rightOutcomes().contains("CANCELLED")) {
      stage.faults.armed().release();
    }
  }

  private Host.Answer decided(Host.Answer answer) {
    if (!cell.waitsForAPerson()) {
      return answer;
    }
    if (!answer.outcome().equals("NEEDS_ATTENTION")
        || !answer.text("/waiting/about").equals(cell.step())) {
      problems.add("does not wait for a person, but " + answer.outcome());
      return answer;
    }
    remark = "once a person said `retry`";
    return Host.answer(stage.host.run("decide", answer.text("/operation"), "retry", "--json"));
  }

  private void judge(Host.Answer answer, Standing standing, String target) {
    if (!stage.faults.armed().unmet().isEmpty()) {
      problems.add("never met: " + stage.faults.armed().unmet());
    }
    if (!cell.rightOutcomes().contains(answer.outcome())) {
      problems.add(
          "%s instead of %s: %s"
              .formatted(answer.outcome(), cell.rightOutcomes(), answer.text("/failure/message")));
    }
    judgeCancel(answer);
    if (cell.mishap().restartsTheEngine()) {
      // An update that was rejected does not wait until the engine has started all again.
      stage.book.awaitAnswer();
    }
    if (answer.outcome().equals("UPDATED")) {
      problems.addAll(standing.problemsUpdated(stage.releases.version(), target));
    } else {
      problems.addAll(standing.problemsAsBefore());
    }
    if (cell.leavesSomething()) {
      judgeWhatIsLeft(answer);
    }
  }

  /** What could not be cleaned up is told of, and goes with the next update. */
  private void judgeWhatIsLeft(Host.Answer answer) {
    problems.removeIf(problem -> problem.startsWith("left behind: "));
    if (!answer.json().at("/notes").toString().matches(".*(left something|Cleaning up failed).*")) {
      problems.add("does not tell that something is left: " + answer.json().at("/notes"));
    }
    remark = "what is left goes with the next update";
    stage.releases.next();
    stage.host.update("production");
    Leftovers.of(stage.host, stage.book)
        .forEach(left -> problems.add("still there after the next update: " + left));
  }

  private void judgeCancel(Host.Answer answer) {
    if (cell.mishap() != Mishap.CANCEL || !answer.outcome().equals("CANCELLED")) {
      return;
    }
    double seconds = Math.max(0, secondsUntilTheDeedEnded(answer));
    remark = "after %.1f s".formatted(seconds);
    if (seconds > CANCEL_SECONDS) {
      problems.add("the cancel was honoured after %.1f s only".formatted(seconds));
    }
  }

  private double secondsUntilTheDeedEnded(Host.Answer answer) {
    String phase = cell.step().equals("policy") ? "preflight" : cell.step();
    JsonNode row =
        StreamSupport.stream(answer.json().at("/phases").spliterator(), false)
            .filter(it -> it.path("name").asText().equals(phase))
            .findFirst()
            .orElseThrow();
    Instant start = Instant.parse(row.path("startedAt").asText());
    Instant end = start.plusMillis((long) (row.path("seconds").asDouble() * 1000));
    return Duration.between(cancelled, end).toMillis() / 1000.0;
  }
}

package io.safeupdate.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One cell of the fault matrix.
 *
 * @param step the name of a deed or of an undo, as people see it
 */
record Cell(String step, Mishap mishap) {
  private static final List<String> BEFORE_ANYTHING_IS_TOUCHED =
      List.of("policy", "preflight", "prepare");
  private static final List<String> ON_THE_WAY =
      List.of(
          "backup",
          "quiesce",
          "snapshot",
          "record",
          "pull",
          "migrate",
          "trial",
          "rebuild",
          "restart",
          "verify");
  private static final List<String> ONCE_IT_STANDS = List.of("finish", "close");
  private static final List<String> CLEANING_UP = List.of("undo-snapshot", "undo-prepare");
  private static final List<String> BACK =
      List.of(
          "undo-restart",
          "undo-rebuild",
          "undo-trial",
          "undo-migrate",
          "undo-pull",
          "undo-snapshot",
          "undo-quiesce",
          "start-old",
          "undo-prepare");

  /** All of them, row by row. */
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (String step : steps()) {
      for (Mishap mishap : Mishap.values()) {
        cells.add(new Cell(step, mishap));
      }
    }
    return cells;
  }

  /** The rows, in the order in which an update takes them. */
  static List<String> steps() {
    List<String> steps = new ArrayList<>(deeds());
    steps.addAll(BACK);
    return steps;
  }

  /** What an update does, in this order. */
  static List<String> deeds() {
    return Stream.of(BEFORE_ANYTHING_IS_TOUCHED, ON_THE_WAY, ONCE_IT_STANDS)
        .flatMap(List::stream)
        .toList();
  }

  /** The deeds that a person may have tried again. */
  static List<String> heldDeeds() {
    return ON_THE_WAY;
  }

  /** What a way back from its last phase does, in this order. */
  static List<String> undos() {
    return BACK;
  }

  /** Those without which nothing may go on; the others only clean up. */
  static List<String> essentialUndos() {
    return BACK.stream().filter(undo -> !CLEANING_UP.contains(undo)).toList();
  }

  boolean isOnTheWayBack() {
    return BACK.contains(step);
  }

  /** Whether people are asked when it fails; what only takes room is told of instead. */
  boolean waitsForAPerson() {
    return mishap == Mishap.ERROR && essentialUndos().contains(step);
  }

  /** Whether it cannot clean up. */
  boolean leavesSomething() {
    return switch (mishap) {
      case ERROR -> CLEANING_UP.contains(step);
      case FULL, HANG -> step.equals("finish");
      default -> false;
    };
  }

  /** The outcomes that are right; the first is the one to wish for. */
  Set<String> rightOutcomes() {
    if (isOnTheWayBack()) {
      return Set.of("ROLLED_BACK");
    }
    if (ONCE_IT_STANDS.contains(step)) {
      return Set.of("UPDATED");
    }
    return switch (mishap) {
      case ERROR, HANG -> Set.of(failed());
      case CANCEL -> Set.of("CANCELLED");
      case ENGINE, REBOOT, FULL -> Set.of("UPDATED", failed());
      default -> Set.of("UPDATED");
    };
  }

  private String failed() {
    return BEFORE_ANYTHING_IS_TOUCHED.contains(step) ? "REJECTED" : "ROLLED_BACK";
  }

  @Override
  public String toString() {
    return step + " × " + mishap.label();
  }
}

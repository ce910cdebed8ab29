package io.safeupdate.cli.follow;

import java.util.List;

/** A sign that turns, so that a person sees that time passes. */
final class Spinner {
  private static final List<String> FRAMES =
      List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏");

  private int turns;

  void turn() {
    turns++;
  }

  String sign() {
    return FRAMES.get(turns % FRAMES.size());
  }

  /** Whether this turn is one of every so many. */
  boolean isEvery(int count) {
    return turns % count == 0;
  }
}

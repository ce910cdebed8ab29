package io.safeupdate.workflows.client;

import java.util.Optional;

/**
 * The step that runs now, or waits to be tried again.
 *
 * @param type the activity's name, such as {@code Migrate}
 * @param attempt which attempt runs or comes next, from 1
 * @param running whether a worker is at it; otherwise it waits for a worker or for its next attempt
 * @param heartbeat what it said last
 * @param lastFailure why the attempt before failed
 */
public record PendingActivity(
    String type,
    int attempt,
    boolean running,
    Optional<String> heartbeat,
    Optional<String> lastFailure) {

  /** What it is doing or why it waits, in one text; empty when nothing is known yet. */
  public Optional<String> doing() {
    if (!running) {
      return lastFailure.map(reason -> "attempt " + attempt + " follows: " + reason);
    }
    return heartbeat.or(() -> lastFailure.map(reason -> "attempt " + attempt + ": " + reason));
  }
}

package io.safeupdate.activities.database;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param counting all rows of a database; beyond it there is an estimate or a note instead
 * @param work a copy, a dump or a restore
 */
public record Limits(Duration counting, Duration work) {
  public static final Limits DEFAULT = new Limits(Duration.ofMinutes(5), Duration.ofHours(12));

  /** A question that the server answers from its catalogue. */
  static final Duration QUESTION = Duration.ofMinutes(1);
}

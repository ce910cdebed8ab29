package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * What prepare made, and how the rest of the update goes.
 *
 * @param strategy the way back for the database
 * @param migration whether the update runs the migration command
 * @param stopBeforePull services whose code lies in the checkout and changes with it
 * @param skipTrial why there is no trial; empty: there is one
 * @param skipBackup why there is no backup; empty: there is one
 * @param summary one line for people
 */
public record Prepared(
    Strategy strategy,
    Migration migration,
    List<String> stopBeforePull,
    Optional<String> skipTrial,
    Optional<String> skipBackup,
    String summary,
    List<String> notes) {
  public Prepared {
    stopBeforePull = List.copyOf(stopBeforePull);
    notes = List.copyOf(notes);
  }

  /** Whether writers stop at all. */
  public boolean quiesces() {
    return strategy != Strategy.NONE || !stopBeforePull.isEmpty();
  }

  /** Who changes the schema, and when. */
  public enum Migration {
    /** Nobody: there is nothing to migrate. */
    NONE,
    /** The migration command, in the phase of that name. */
    COMMAND,
    /** The new version itself, whenever one of its containers starts. */
    ON_START
  }
}

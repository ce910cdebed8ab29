package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.ScheduledTask;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as people are shown it. Components are added, never renamed.
 *
 * @param id the schedule's, by which Temporal knows it
 * @param timetable when it runs, in words
 * @param paused why somebody paused it at the server; empty: it is not
 * @param next when it is due again; empty while it is paused
 * @param last the run that was started last
 * @param failed the latest run that failed, as long as none has succeeded since
 * @param skipped how many were left out because the one before them was still open
 * @param missed how many were left out because the server was away for too long
 */
public record ScheduleStatus(
    String id,
    ScheduledTask task,
    String timetable,
    Optional<String> paused,
    Optional<Instant> next,
    Optional<ScheduledRun> last,
    Optional<ScheduledRun> failed,
    long skipped,
    long missed) {}

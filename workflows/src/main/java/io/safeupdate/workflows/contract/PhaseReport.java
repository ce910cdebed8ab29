package io.safeupdate.workflows.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * One phase, or one undo, as people are shown it.
 *
 * @param seconds how long it took; empty while it runs
 * @param summary one line: what it did, why it was skipped, or why it failed
 */
public record PhaseReport(
    String name,
    PhaseStatus status,
    Optional<Instant> startedAt,
    Optional<Double> seconds,
    Optional<String> summary) {}

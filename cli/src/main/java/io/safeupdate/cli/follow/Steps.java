package io.safeupdate.cli.follow;

import io.safeupdate.workflows.contract.PhaseReport;
import java.util.Optional;

/** Tells steps apart: reports of a running one differ by the time it has taken. */
final class Steps {
  private Steps() {}

  /** Whether a report says nothing new of the step that runs. */
  static boolean isSame(Optional<PhaseReport> running, PhaseReport report) {
    return running
        .filter(step -> step.name().equals(report.name()))
        .filter(step -> step.status() == report.status())
        .filter(step -> step.startedAt().equals(report.startedAt()))
        .isPresent();
  }
}

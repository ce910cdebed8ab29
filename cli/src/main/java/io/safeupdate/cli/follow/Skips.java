package io.safeupdate.cli.follow;

import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers phases that are skipped for one reason: ten lines of the same would hide the rest. */
final class Skips {
  private final List<PhaseReport> gathered = new ArrayList<>();

  /** Whether the phase was skipped for the reason of those gathered. */
  boolean isAlike(PhaseReport phase) {
    return phase.status() == PhaseStatus.SKIPPED
        && (gathered.isEmpty() || gathered.get(0).summary().equals(phase.summary()));
  }

  void add(PhaseReport phase) {
    gathered.add(phase);
  }

  /** Those gathered as one, which are then forgotten; empty when there are none. */
  Optional<PhaseReport> take() {
    if (gathered.isEmpty()) {
      return Optional.empty();
    }
    PhaseReport first = gathered.get(0);
    String name = gathered.size() == 1 ? first.name() : gathered.size() + " phases";
    gathered.clear();
    return Optional.of(
        new PhaseReport(name, first.status(), Optional.empty(), Optional.empty(), first.summary()));
  }
}

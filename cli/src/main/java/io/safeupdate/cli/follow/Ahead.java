package io.safeupdate.cli.follow;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The phases that have not begun. */
final class Ahead {
  private final List<String> names =
      new ArrayList<>(Arrays.stream(Phase.values()).map(Phase::label).toList());

  void changed(PhaseReport phase) {
    if (phase.status() != PhaseStatus.PENDING) {
      names.remove(phase.name());
    }
  }

  /** Such as {@code then verify, finish}. */
  Optional<String> line() {
    return names.isEmpty() ? Optional.empty() : Optional.of("then " + String.join(", ", names));
  }
}

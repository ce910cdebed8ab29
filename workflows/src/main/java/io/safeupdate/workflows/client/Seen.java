package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a listener has been told already, so that it hears each change once. */
final class Seen {
  private final Listener listener;
  private final Map<String, PhaseReport> phases = new HashMap<>();
  private final Map<String, PhaseReport> undos = new HashMap<>();
  private List<String> ahead = List.of();
  private Optional<Waiting> waiting = Optional.empty();
  private Optional<String> doing = Optional.empty();

  Seen(Listener listener) {
    this.listener = listener;
  }

  void show(OperationProgress progress) {
    tellAhead(progress.phases());
    show(progress.phases(), progress.rollback().orElse(List.of()));
    if (!progress.waiting().equals(waiting)) {
      waiting = progress.waiting();
      waiting.ifPresent(listener::waiting);
    }
  }

  void show(OperationResult result) {
    show(result.phases(), result.rollback().orElse(List.of()));
  }

  void show(Optional<PendingActivity> pending) {
    Optional<String> now = pending.flatMap(PendingActivity::doing);
    if (!now.equals(doing)) {
      doing = now;
      doing.ifPresent(listener::doing);
    }
  }

  private void tellAhead(List<PhaseReport> phaseReports) {
    List<String> now =
        phaseReports.stream()
            .filter(report -> report.status() == PhaseStatus.PENDING)
            .map(PhaseReport::name)
            .toList();
    if (!now.equals(ahead)) {
      ahead = now;
      listener.ahead(now);
    }
  }

  private void show(List<PhaseReport> phaseReports, List<PhaseReport> undoReports) {
    phaseReports.forEach(report -> tell(phases, report, listener::phaseChanged));
    undoReports.forEach(report -> tell(undos, report, listener::undoChanged));
  }

  private static void tell(
      Map<String, PhaseReport> known, PhaseReport report, Consumer<PhaseReport> listener) {
    if (report.status() != PhaseStatus.PENDING
        && !report.equals(known.put(report.name(), report))) {
      listener.accept(report);
    }
  }
}

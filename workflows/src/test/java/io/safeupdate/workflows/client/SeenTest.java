package io.safeupdate.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeenTest {
  private final Notes notes = new Notes();
  private final Seen seen = new Seen(notes);

  @Test
  void tells_each_change_once_and_nothing_of_what_has_not_begun() {
    seen.show(progress(List.of(report("backup", PhaseStatus.RUNNING), pending("pull"))));
    seen.show(progress(List.of(report("backup", PhaseStatus.RUNNING), pending("pull"))));
    seen.show(
        progress(List.of(report("backup", PhaseStatus.DONE), report("pull", PhaseStatus.RUNNING))));

    assertThat(notes.lines).containsExactly("backup RUNNING", "backup DONE", "pull RUNNING");
  }

  @Test
  void tells_again_of_an_undo_that_is_tried_again() {
    for (PhaseStatus status :
        List.of(PhaseStatus.RUNNING, PhaseStatus.FAILED, PhaseStatus.RUNNING, PhaseStatus.DONE)) {
      seen.show(undoing(report("undo-migrate", status)));
    }

    assertThat(notes.lines)
        .containsExactly(
            "undo undo-migrate RUNNING",
            "undo undo-migrate FAILED",
            "undo undo-migrate RUNNING",
            "undo undo-migrate DONE");
  }

  @Test
  void asks_each_question_once_and_again_when_it_comes_back() {
    seen.show(waiting(Optional.of("0007 failed")));
    seen.show(waiting(Optional.of("0007 failed")));
    seen.show(waiting(Optional.empty()));
    seen.show(waiting(Optional.of("0007 failed")));

    assertThat(notes.lines).containsExactly("waits: 0007 failed", "waits: 0007 failed");
  }

  @Test
  void tells_what_is_done_when_it_changes() {
    seen.show(doing("#7"));
    seen.show(doing("#7"));
    seen.show(doing("#8"));
    seen.show(Optional.empty());

    assertThat(notes.lines).containsExactly("does #7", "does #8");
  }

  private static Optional<PendingActivity> doing(String what) {
    return Optional.of(
        new PendingActivity("Prepare", 1, true, Optional.of(what), Optional.empty()));
  }

  private static PhaseReport pending(String name) {
    return report(name, PhaseStatus.PENDING);
  }

  private static PhaseReport report(String name, PhaseStatus status) {
    return new PhaseReport(name, status, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static OperationProgress progress(List<PhaseReport> phases) {
    return progress(phases, Optional.empty(), Optional.empty());
  }

  private static OperationProgress undoing(PhaseReport undo) {
    return progress(List.of(), Optional.of(List.of(undo)), Optional.empty());
  }

  private static OperationProgress waiting(Optional<String> reason) {
    return progress(
        List.of(),
        Optional.empty(),
        reason.map(why -> new Waiting("migrate", why, List.of(Choice.RETRY), Optional.empty())));
  }

  private static OperationProgress progress(
      List<PhaseReport> phases, Optional<List<PhaseReport>> undos, Optional<Waiting> waiting) {
    return new OperationProgress(
        "run",
        "production",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        phases,
        Optional.empty(),
        undos,
        0,
        List.of(),
        waiting);
  }

  private static final class Notes implements Listener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void phaseChanged(PhaseReport phase) {
      lines.add(phase.name() + " " + phase.status().name());
    }

    @Override
    public void undoChanged(PhaseReport undo) {
      lines.add("undo " + undo.name() + " " + undo.status().name());
    }

    @Override
    public void doing(String what) {
      lines.add("does " + what);
    }

    @Override
    public void waiting(Waiting waiting) {
      lines.add("waits: " + waiting.reason());
    }
  }
}

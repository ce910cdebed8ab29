package io.safeupdate.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalingTest {
  @TempDir Path directory;

  private final List<String> done = new ArrayList<>();
  private boolean holdsLock = true;

  @Test
  void a_step_is_in_the_journal_before_its_deed() {
    Boolean began = journaling().around(step("preflight"), 1, () -> journal().began("preflight"));

    assertThat(began).isTrue();
    assertThat(journal().isDone("preflight")).isTrue();
  }

  @Test
  void a_failure_is_noted_by_its_type() {
    assertThatThrownBy(
        () ->
            journaling()
                .around(
                    step("preflight"),
                    1,
                    () -> {
                      throw new StepFailure(FailureType.DISK_FULL, "no room");
                    }));

    assertThat(journal().entries())
        .last()
        .extracting(it -> it.ended().orElseThrow())
        .isEqualTo("DiskFull");
  }

  @Test
  void a_step_of_an_operation_that_does_not_hold_the_lock_is_refused() {
    holdsLock = false;

    assertThatThrownBy(() -> does("pull"))
        .hasMessageContaining("no lock on production for operation run-1")
        .hasMessageContaining("safe-update retry production");
    assertThat(done).isEmpty();
    assertThat(journal().exists()).isFalse();
  }

  @Test
  void so_is_an_undo() {
    holdsLock = false;

    assertThatThrownBy(() -> does("undo-migrate")).isInstanceOf(StepFailure.class);
    assertThat(done).isEmpty();
  }

  @Test
  void an_operation_that_never_began_here_may_end_here() {
    holdsLock = false;

    does("close");

    assertThat(done).containsExactly("close");
    assertThat(journal().exists()).isFalse();
  }

  @Test
  void a_deed_that_cannot_be_journaled_is_not_done() throws IOException {
    givenAJournalThatCannotBeWritten();

    assertThatThrownBy(() -> does("pull")).isInstanceOf(StepFailure.class);
    assertThat(done).isEmpty();
  }

  @Test
  void the_way_back_needs_no_journal() throws IOException {
    givenAJournalThatCannotBeWritten();

    does("undo-pull");
    does("start-old");

    assertThat(done).containsExactly("undo-pull", "start-old");
  }

  private void givenAJournalThatCannotBeWritten() throws IOException {
    Files.createDirectory(directory.resolve("journal.jsonl"));
  }

  private void does(String name) {
    journaling().around(step(name), 1, () -> done.add(name));
  }

  private Journaling journaling() {
    return new Journaling(
        new HostWork(
            List.of(),
            step -> journal(),
            step -> holdsLock,
            JournalingTest::config,
            () -> {},
            new NoVitals()));
  }

  private StepJournal journal() {
    return new StepJournal(directory, Clock.systemUTC());
  }

  private static Step step(String name) {
    return new Step("deployment/local/production", "run-1", "production", name, 1);
  }

  private static SafeUpdateConfig config() {
    return SafeUpdateConfig.of(Path.of("/home/operator"), List.of());
  }
}

package io.safeupdate.activities.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepJournalTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final Step PULL = new Step("deployment/local/production", "run", "x", "pull", 2);

  @TempDir Path directory;

  @Test
  void tells_what_began_and_how_it_ended_in_order() {
    journal().begins(PULL, 1);
    journal().failed(PULL, 1, "CheckoutUnusable");
    journal().begins(PULL, 2);
    journal().done(PULL, 2);

    assertThat(journal().entries())
        .containsExactly(
            new StepJournal.Entry(NOW, "pull", 2, 1, Optional.empty()),
            new StepJournal.Entry(NOW, "pull", 2, 1, Optional.of("CheckoutUnusable")),
            new StepJournal.Entry(NOW, "pull", 2, 2, Optional.empty()),
            new StepJournal.Entry(NOW, "pull", 2, 2, Optional.of("done")));
  }

  @Test
  void knows_a_step_whose_attempt_was_killed() {
    journal().begins(PULL, 1);

    assertThat(journal().began("pull")).isTrue();
    assertThat(journal().isDone("pull")).isFalse();
  }

  @Test
  void a_failed_step_is_not_done() {
    journal().begins(PULL, 1);
    journal().failed(PULL, 1, "CheckoutUnusable");

    assertThat(journal().isDone("pull")).isFalse();
  }

  @Test
  void an_operation_that_never_began_here_has_none() {
    assertThat(journal().exists()).isFalse();
    assertThat(journal().began("pull")).isFalse();
  }

  @Test
  void a_line_that_a_power_cut_tore_spoils_none_but_itself() throws IOException {
    journal().begins(PULL, 1);
    Files.writeString(directory.resolve("journal.jsonl"), "\n{\"at\":", StandardOpenOption.APPEND);
    journal().done(PULL, 1);

    assertThat(journal().entries()).hasSize(2);
    assertThat(journal().isDone("pull")).isTrue();
  }

  private StepJournal journal() {
    return new StepJournal(directory, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts of the outside world must not break the table that they are shown in. */
class MarkdownTest {

  @Test
  void a_row_shows_name_status_seconds_and_summary() {
    assertThat(Markdown.of(progress("went well")))
        .endsWith("| backup | done | 3.8 | went well |\n");
  }

  @Test
  void a_bar_does_not_start_another_cell() {
    assertThat(Markdown.of(progress("pg_dump | gzip failed"))).contains("pg_dump \\| gzip failed");
  }

  @Test
  void an_escaped_bar_does_not_start_another_cell_either() {
    assertThat(Markdown.of(progress("grep 'a\\|b'"))).contains("grep 'a\\\\\\|b'");
  }

  @Test
  void a_line_break_does_not_end_the_row() {
    assertThat(Markdown.of(progress("first\r\nsecond\nthird")))
        .contains("| first<br>second<br>third |\n");
  }

  @Test
  void markup_of_a_page_is_shown_and_not_rendered() {
    assertThat(Markdown.of(progress("<img src=x onerror=alert(1)>"))).doesNotContain("<img");
  }

  @Test
  void links_images_and_code_are_shown_and_not_rendered() {
    assertThat(Markdown.of(progress("![x](https://example.org/x) `y` **z** &lt;")))
        .contains("| !\\[x\\](https://example.org/x) \\`y\\` \\*\\*z\\*\\* &amp;lt; |");
  }

  @Test
  void the_logs_of_a_failure_are_named_with_the_command_that_shows_them() {
    FailureReport failure = new FailureReport("backup", "DiskFull", "The disk is full.");

    assertThat(Markdown.of(progress("failed", Optional.of(failure.withLogs("/state/backup-1")))))
        .contains("`safe-update show run --logs`, in /state/backup-1 on the host.");
  }

  private static OperationProgress progress(String summary) {
    return progress(summary, Optional.empty());
  }

  private static OperationProgress progress(String summary, Optional<FailureReport> failure) {
    PhaseReport row =
        new PhaseReport(
            "backup",
            PhaseStatus.DONE,
            Optional.of(Instant.EPOCH),
            Optional.of(3.8),
            Optional.of(summary));
    return new OperationProgress(
        "run",
        "production",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(row),
        failure,
        Optional.empty(),
        0,
        List.of(),
        Optional.empty());
  }
}

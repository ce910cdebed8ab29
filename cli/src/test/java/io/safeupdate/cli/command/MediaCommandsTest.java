package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.Shell;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaCommandsTest {
  private static final String NAME = "20261122T100000Z-4f1c9a7be012";
  private static final MediaSummary ARCHIVE =
      new MediaSummary(
          NAME,
          "/var/lib/safe-update/" + NAME + ".tar.zst",
          Facts.NOW.minusSeconds(60),
          1_200_000,
          2_000_000,
          17,
          "5f".repeat(32),
          Facts.NOW,
          "read back",
          Optional.of(Facts.OLD),
          List.of("20261122T100000Z-1"),
          true,
          List.of());

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void media_backup_starts_one() {
    shell.run("media", "backup", "production");

    assertThat(shell.session.started.toString()).contains("BackupMediaRequest", "production");
  }

  @Test
  void media_restore_names_the_archive() {
    shell.run("media", "restore", "production", NAME);

    assertThat(shell.session.started.toString()).contains("archive=" + NAME);
  }

  @Test
  void media_list_lists_what_is_known_of_each() {
    shell.session.inspection = Facts.withMedia(List.of(ARCHIVE));

    assertThat(shell.run("media", "list", "production").out().lines())
        .anyMatch(line -> line.matches(NAME + " .*1\\.2 MB +17 .*kept, 20261122T100000Z-1"));
  }

  @Test
  void media_list_is_one_document_for_scripts() {
    shell.session.inspection = Facts.withMedia(List.of(ARCHIVE));

    var json = shell.run("media", "list", "production", "--json").json();

    assertThat(json.at("/archives/0/name").asText()).isEqualTo(NAME);
    assertThat(json.at("/archives/0/entries").asInt()).isEqualTo(17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "list", "restore"})
  void each_explains_itself_with_examples(String command) {
    Shell.Ran ran = shell.run("media", command, "--help");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("Usage: safe-update media " + command, "Examples:\n  ", "--json");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void media_alone_says_what_there_is_to_do() {
    Shell.Ran ran = shell.run("media");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("backup, list or restore");
  }
}

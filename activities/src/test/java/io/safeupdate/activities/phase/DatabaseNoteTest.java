package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.config.DatabaseConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands to choose from: none of them runs before somebody has chosen it. */
class DatabaseNoteTest {
  private static final DatabaseConfig SCRIPTS = DatabaseConfig.of("postgres");
  private static final DatabaseConfig OWN_DUMP =
      new DatabaseConfig(
          "postgres",
          List.of(),
          SCRIPTS.backups(),
          SCRIPTS.restore(),
          SCRIPTS.directory(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static List<DatabaseConfig> configurations() {
    return List.of(SCRIPTS, OWN_DUMP);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void stays_a_comment_whatever_names_hold(DatabaseConfig config) {
    DatabaseNote note = new DatabaseNote("docker compose", config, "guest\ntouch live");

    String text =
        note.bySnapshot(new SnapshotTaken("copy\ntouch copy", 1))
            + note.byBackup(
                new VerifiedBackup("dump\ntouch dump", 1, "abc", "gzip", Instant.EPOCH));

    assertThat(text.lines()).isNotEmpty().allMatch(line -> line.startsWith("#"));
  }
}

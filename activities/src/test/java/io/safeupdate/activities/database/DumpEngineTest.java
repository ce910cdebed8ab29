package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backups of an application that has no backup command. */
@Tag("engine")
class DumpEngineTest {
  @RegisterExtension static final Server SERVER = new Server().with("--tmpfs", "/tiny:size=64k");

  private static final String NAME = Dumps.nameAt(Instant.parse("2026-11-22T10:00:00Z"));

  private final Postgres postgres = SERVER.postgres();
  private final BackupFiles files = new BackupFiles(postgres, "/backups");

  @BeforeEach
  void given_rows_and_no_backups() {
    SERVER.sql(
        Server.LIVE,
        "DROP TABLE IF EXISTS item;"
            + " CREATE TABLE item AS SELECT md5(i::text) AS text FROM generate_series(1, 20000) i");
    SERVER.sh(Map.of(), "rm -rf /backups/* /backups/.[!.]* /tiny/* /tiny/.[!.]*");
  }

  @Test
  void the_name_is_the_moment_in_utc() {
    assertThat(NAME).isEqualTo("safe_update_2026_11_22T10_00_00.sql.gz");
  }

  @Test
  void makes_a_whole_backup_that_only_its_owner_may_read() {
    BackupCheck check = new Dumps(postgres, files).dump(NAME, Progress.NONE);

    assertThat(check.compressed()).isTrue();
    assertThat(everything("/backups")).isEqualTo(NAME);
    assertThat(SERVER.sh(Map.of(), "stat -c %a /backups/*")).isEqualTo("600");
    String rows = SERVER.sh(Map.of(), "zcat /backups/* | grep -cE '^[0-9a-f]{32}$'");
    assertThat(rows).isEqualTo("20000");
  }

  @Test
  void a_repeat_makes_no_second_file_and_keeps_the_first() {
    BackupCheck first = new Dumps(postgres, files).dump(NAME, Progress.NONE);
    SERVER.sql(Server.LIVE, "DELETE FROM item");

    assertThat(new Dumps(postgres, files).dump(NAME, Progress.NONE)).isEqualTo(first);
    assertThat(everything("/backups")).isEqualTo(NAME);
  }

  @Test
  void what_a_killed_attempt_left_is_removed() {
    SERVER.sh(Map.of("NAME", NAME), "echo half >\"/backups/.$NAME.17.partial\"");
    SERVER.sh(Map.of("NAME", NAME), "echo half >\"/backups/$NAME\"");

    new Dumps(postgres, files).dump(NAME, Progress.NONE);

    assertThat(everything("/backups")).isEqualTo(NAME);
    assertThat(files.verify(NAME).bytes()).isGreaterThan(100_000);
  }

  @Test
  void a_directory_that_is_not_there_is_made_and_known_to_go_with_the_container() {
    Dumps dumps = new Dumps(postgres, new BackupFiles(postgres, "/made/for us"));

    assertThat(postgres.roomNear("/made/for us").onVolume()).isFalse();
    assertThat(postgres.roomNear("/tiny/made").onVolume()).isTrue();
    dumps.makeDirectory();
    dumps.dump(NAME, Progress.NONE);

    assertThat(everything("/made/for us")).isEqualTo(NAME);
  }

  @Test
  void a_full_disk_is_told_and_nothing_is_left() {
    Dumps dumps = new Dumps(postgres, new BackupFiles(postgres, "/tiny"));

    assertThatThrownBy(() -> dumps.dump(NAME, Progress.NONE))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DISK_FULL))
        .hasMessageContaining("did not fit into /tiny")
        .hasMessageContaining("free");
    assertThat(everything("/tiny")).isEmpty();
  }

  @Test
  void a_dump_that_fails_is_told_and_nothing_is_left() {
    SERVER.sql(
        "postgres",
        "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(Sql.identifier(Server.LIVE)));
    try {
      assertThatThrownBy(() -> new Dumps(postgres, files).dump(NAME, Progress.NONE))
          .isInstanceOfSatisfying(
              StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID))
          .hasMessageContaining("not currently accepting connections");
      assertThat(everything("/backups")).isEmpty();
    } finally {
      postgres.allowConnections(Server.LIVE);
    }
  }

  private static String everything(String directory) {
    return SERVER.sh(Map.of("DIR", directory), "ls -A \"$DIR\"");
  }
}

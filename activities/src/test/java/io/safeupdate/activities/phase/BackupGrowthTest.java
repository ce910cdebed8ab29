package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.database.Access;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Shell;
import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How large a backup is while a command makes it. */
class BackupGrowthTest {
  private static final BackupFile EARLIER =
      new BackupFile("old.sql.gz", 9_000_000, Instant.ofEpochSecond(1_700_000_000), 7);

  private int listed;
  private long now = -3;
  private Optional<Long> bytes = Optional.of(2_000_000L);
  private final BackupGrowth growth =
      new BackupGrowth(
          new BackupFiles(new Postgres(directory(), Access.OF_THE_CONTAINER), "/backups"),
          List.of(EARLIER),
          () -> now);

  @Test
  void counts_what_was_not_there_before() {
    assertThat(growth.inWords()).startsWith(", 2.0 MB, ");
  }

  @Test
  void lists_the_directory_once_however_often_it_is_asked() {
    growth.inWords();
    passes(Duration.ofMillis(4_999));
    bytes = Optional.of(3_000_000L);

    assertThat(growth.inWords()).startsWith(", 2.0 MB, ");
    assertThat(listed).isEqualTo(1);
  }

  @Test
  void looks_again_after_five_seconds() {
    growth.inWords();
    passes(Duration.ofSeconds(5));
    bytes = Optional.of(3_000_000L);

    assertThat(growth.inWords()).startsWith(", 3.0 MB, ");
    assertThat(listed).isEqualTo(2);
  }

  @Test
  void a_server_that_is_too_busy_to_answer_is_not_pressed() {
    bytes = Optional.empty();
    growth.inWords();

    assertThat(growth.inWords()).isEmpty();
    assertThat(listed).isEqualTo(1);
  }

  private void passes(Duration time) {
    now += time.toNanos();
  }

  private Shell directory() {
    return (argv, environment, limit) -> {
      listed++;
      long made = bytes.orElseThrow(() -> new StepFailure(FailureType.TIMED_OUT, "busy"));
      String list = "safe-update\0%d 1700000000 7\0old.sql.gz\0%d 1700000009 8\0new.sql.gz\0end\0";
      return new ExecResult(0, list.formatted(EARLIER.bytes(), made), "");
    };
  }
}

package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server whose disk is full. */
@Tag("engine")
class FullDiskEngineTest {
  @RegisterExtension
  static final Server SERVER =
      new Server().with("--tmpfs", "/var/lib/postgresql/data:size=256m,mode=1777");

  private static final DatabaseNames NAMES = new DatabaseNames("abc123");
  private static final String COPY = NAMES.snapshot();
  private static final String ABANDONED = NAMES.abandoned(Server.LIVE);

  private final Postgres postgres = SERVER.postgres();
  private final BackupFiles files = new BackupFiles(postgres, "/backups");

  @BeforeEach
  void given_a_live_database_of_some_megabytes() {
    SERVER.sql(
        Server.LIVE,
        "DROP TABLE IF EXISTS item; CREATE TABLE item AS"
            + " SELECT repeat(md5(i::text), 8) AS text FROM generate_series(1, 100000) i; CHECKPOINT");
  }

  @AfterEach
  void make_room() {
    SERVER.sh(Map.of(), "rm -f \"$PGDATA/filler\" /backups/*");
    for (String name : new String[] {COPY, NAMES.restore(), ABANDONED}) {
      SERVER.sql("postgres", "DROP DATABASE IF EXISTS " + Sql.identifier(name) + " WITH (FORCE)");
    }
  }

  @Test
  void a_copy_that_does_not_fit_is_told_and_leaves_the_live_database_as_it_was() {
    fillUpTo(6);

    assertFull(() -> postgres.copy(COPY, "step", Progress.NONE));

    assertThat(postgres.databases()).doesNotContainKey(COPY);
    assertThat(postgres.acceptsConnections(Server.LIVE)).isTrue();
    assertThat(SERVER.sql(Server.LIVE, "SELECT count(*) FROM item")).isEqualTo("100000");
  }

  @Test
  void a_restore_that_does_not_fit_is_told_and_leaves_the_live_database_as_it_was() {
    SERVER.sh(
        Map.of("PGUSER", Server.USER, "PGDATABASE", Server.LIVE),
        "pg_dump | gzip >/backups/a.sql.gz");
    fillUpTo(14);

    assertFull(
        () ->
            new Restores(postgres, files, Progress.NONE)
                .restoreInto("a.sql.gz", NAMES.restore(), "step"));

    assertThat(SERVER.sql(Server.LIVE, "SELECT count(*) FROM item")).isEqualTo("100000");
  }

  @Test
  void bringing_a_copy_back_needs_no_room() {
    long copy = postgres.copy(COPY, "step", Progress.NONE);
    long live = postgres.databases().get(Server.LIVE);
    SERVER.sql(Server.LIVE, "DELETE FROM item");
    fillUpTo(0);

    postgres.swapIn(new Swap(COPY, copy, Optional.of(live), ABANDONED));

    assertThat(SERVER.sql(Server.LIVE, "SELECT count(*) FROM item")).isEqualTo("100000");
    assertThat(postgres.databases()).containsEntry(ABANDONED, live);
  }

  private static void assertFull(ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DISK_FULL));
  }

  /** Leaves so many MiB to the server. */
  private static void fillUpTo(int left) {
    SERVER.sh(
        Map.of("LEFT", String.valueOf(left)),
        "free=$(df -P -m \"$PGDATA\" | awk 'END { print $4 }');"
            + " dd if=/dev/zero of=\"$PGDATA/filler\" bs=1M count=$((free - LEFT)) 2>/dev/null;"
            + " [ \"$LEFT\" != 0 ] || dd if=/dev/zero of=\"$PGDATA/filler\" bs=4k oflag=append"
            + " conv=notrunc 2>/dev/null || true");
  }
}

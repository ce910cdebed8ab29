package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups become databases beside the live one. */
@Order(2)
@Tag("engine")
class RestoreEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final DatabaseNames NAMES = new DatabaseNames("abc123");
  private static final String RESTORED = NAMES.restore();
  private static final String LIVE = Sql.identifier(Server.LIVE);

  private final Postgres postgres = SERVER.postgres();
  private final BackupFiles files = new BackupFiles(postgres, "/backups");
  private final List<String> reports = new ArrayList<>();
  private final Restores restores = new Restores(postgres, files, reports::add);

  @BeforeEach
  void given_a_live_database_that_changed_after_its_backup() {
    SERVER.sql(
        Server.LIVE,
        ("COMMENT ON DATABASE " + LIVE + " IS E'it''s \\\\ here';")
            + " DROP TABLE IF EXISTS item; CREATE TABLE item (id int, text text);"
            + " INSERT INTO item SELECT i, md5(i::text) FROM generate_series(1, 20000) i;"
            + " SELECT lo_from_bytea(0, 'large object')");
    sh(
        "rm -f /backups/*; pg_dump | gzip >/backups/a.sql.gz;"
            + " psql -X -q -c \"INSERT INTO item VALUES (0, 'after')\"");
  }

  @AfterEach
  void the_live_database_was_never_touched() {
    String count = "SELECT count(*) FROM item WHERE text = 'after';";
    String drop = "DROP DATABASE IF EXISTS " + RESTORED + " WITH (FORCE)";
    assertThat(SERVER.sql(Server.LIVE, count + drop)).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zcat /backups/a.sql.gz | gzip",
        "zcat /backups/a.sql.gz",
        "psql -X -q -c \"DELETE FROM item WHERE text = 'after'\"; pg_dump -Fc;"
            + " psql -X -q -c \"INSERT INTO item VALUES (0, 'after')\"",
      })
  void restores_every_form_of_dump(String made) {
    sh("{ " + made + "; } >/backups/form");

    restores.restoreInto("form", RESTORED, "step");

    assertRestored();
  }

  @Test
  void restores_the_backup_with_mark_and_comment() {
    long oid = restores.restoreInto("a.sql.gz", RESTORED, "step");

    assertRestored();
    assertThat(postgres.databases()).containsEntry(RESTORED, oid);
    assertThat(SERVER.sql("postgres", "SELECT shobj_description(" + oid + ", 'pg_database')"))
        .isEqualTo("safe-update: complete step\nit's \\ here");
  }

  @Test
  void keeps_a_complete_restore_of_the_same_step() {
    long first = restores.restoreInto("a.sql.gz", RESTORED, "step");

    assertThat(restores.restoreInto("a.sql.gz", RESTORED, "step")).isEqualTo(first);
    assertThat(restores.restoreInto("a.sql.gz", RESTORED, "step-2")).isNotEqualTo(first);
    assertRestored();
  }

  @Test
  void makes_a_half_made_restore_anew() {
    SERVER.sql("postgres", "CREATE DATABASE " + RESTORED);
    SERVER.sql(RESTORED, "CREATE TABLE item (other int)");

    restores.restoreInto("a.sql.gz", RESTORED, "step");

    assertRestored();
  }

  @Test
  void awaits_a_restore_that_a_killed_attempt_left_running() throws Exception {
    SERVER.sql("postgres", "CREATE DATABASE " + RESTORED);
    String slow =
        "BEGIN; SELECT pg_sleep(4); CREATE TABLE item AS SELECT i AS id FROM generate_series(1,"
            + " 20000) i; COMMENT ON DATABASE %s IS 'safe-update: complete step'; COMMIT;"
                .formatted(RESTORED);
    Process left =
        SERVER.start(
            Map.of(
                "PGUSER",
                Server.USER,
                "PGDATABASE",
                RESTORED,
                "PGAPPNAME",
                "safe-update restore",
                "SLOW",
                slow),
            "printf %s \"$SLOW\" | psql -X -q -f -");
    long oid = postgres.databases().get(RESTORED);
    while (postgres.sessions(RESTORED) == 0) {
      Thread.sleep(50);
    }

    assertThat(restores.restoreInto("a.sql.gz", RESTORED, "step")).isEqualTo(oid);

    assertThat(left.waitFor()).isZero();
    assertThat(SERVER.sql(RESTORED, "SELECT count(*) FROM item")).isEqualTo("20000");
  }

  @Test
  void two_attempts_at_once_end_in_one_restored_database() {
    CompletableFuture<Long> killed = CompletableFuture.supplyAsync(() -> quietly("a.sql.gz"));
    CompletableFuture<Long> repeated = CompletableFuture.supplyAsync(() -> quietly("a.sql.gz"));
    CompletableFuture.allOf(killed, repeated).exceptionally(e -> null).join();

    restores.restoreInto("a.sql.gz", RESTORED, "step");

    assertRestored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zcat a.sql.gz | sed 's/^COPY public.item .*/COPY public.nothing (id) FROM stdin;/' | gzip",
        "zcat a.sql.gz | sed 's/^CREATE TABLE public.item/CREATE TABEL public.item/' | gzip",
        "zcat a.sql.gz | sed 's/ OWNER TO .*/ OWNER TO nobody_here;/' | gzip",
        "{ echo 'INSERT INTO nowhere VALUES (1);'; zcat a.sql.gz; } | gzip",
      })
  void a_dump_whose_sql_fails_is_refused(String made) {
    sh("cd /backups; { " + made + "; } >bad.sql.gz");

    assertThatThrownBy(() -> restores.restoreInto("bad.sql.gz", RESTORED, "step"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID))
        .hasMessageContaining("Backup bad.sql.gz does not restore")
        .hasMessageContaining("The live database was not touched");
    assertThat(postgres.catalogue().completed(RESTORED, "step")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "head -c 100000 a.sql.gz",
        "zcat a.sql.gz | head -c 300000 | gzip",
        "zcat a.sql.gz | head -n 5000 | gzip",
        ":",
        "printf '' | gzip",
      })
  void a_dump_that_is_not_whole_is_refused_before_anything_is_made(String made) {
    sh("cd /backups; { " + made + "; } >bad.sql.gz");

    assertThatThrownBy(() -> restores.restoreInto("bad.sql.gz", RESTORED, "step"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID));
    assertThat(postgres.databases()).doesNotContainKey(RESTORED);
  }

  @Test
  void a_dump_that_breaks_off_while_it_is_read_leaves_no_mark() {
    sh("cd /backups; head -c 100000 a.sql.gz >b; cat b >cut.sql.gz");
    postgres.create(RESTORED, "step");

    files
        .directory()
        .onFile(
            "cut.sql.gz",
            Map.of("SU_TARGET", RESTORED, "SU_MARK", "COMMENT ON DATABASE x IS 'y'"),
            FileScripts.RESTORE,
            Limits.QUESTION);

    assertThat(postgres.catalogue().comment(RESTORED)).isEmpty();
  }

  @Test
  void a_trial_compares_and_leaves_nothing() {
    SERVER.sql(Server.LIVE, "DELETE FROM item WHERE text = 'after'");
    Fingerprint expected = postgres.fingerprint(Server.LIVE, Counts.EXACT);
    SERVER.sql(Server.LIVE, "INSERT INTO item VALUES (0, 'after')");

    Fingerprint found = restores.trialRestore("a.sql.gz", expected, NAMES.verify());

    assertThat(found.tables()).isEqualTo(expected.tables());
    assertThat(postgres.databases()).doesNotContainKey(NAMES.verify());
  }

  @Test
  void a_trial_tells_what_the_backup_lacks() {
    Fingerprint expected = postgres.fingerprint(Server.LIVE, Counts.EXACT);

    assertThatThrownBy(() -> restores.trialRestore("a.sql.gz", expected, NAMES.verify()))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.RESTORE_UNVERIFIED))
        .hasMessageContaining("public.item has 20000 rows instead of 20001");
    assertThat(postgres.databases()).doesNotContainKey(NAMES.verify());
  }

  @Test
  void says_how_far_it_is() {
    sh(
        "{ zcat /backups/a.sql.gz | sed 's/^-- PostgreSQL database dump complete/SELECT pg_sleep(5);"
            + "\\n&/'; } >/backups/slow.sql");

    restores.restoreInto("slow.sql", RESTORED, "step");

    assertThat(reports).anyMatch(report -> report.matches("restored \\d+.*B, \\d.*B/s, \\d+ s"));
  }

  @Test
  void a_restored_database_takes_the_place_of_the_live_one() {
    long oid = restores.restoreInto("a.sql.gz", RESTORED, "step");
    String abandoned = NAMES.abandoned(Server.LIVE);

    postgres.swapIn(new Swap(RESTORED, oid, java.util.Optional.empty(), abandoned));

    assertThat(SERVER.sql(Server.LIVE, "SELECT count(*) FROM item")).isEqualTo("20000");
    assertThat(postgres.moreRows(abandoned, Server.LIVE).tables()).containsEntry("public.item", 1L);
    long before = postgres.databases().get(abandoned);
    postgres.swapIn(
        new Swap(abandoned, before, java.util.Optional.empty(), NAMES.abandoned("again")));
  }

  private long quietly(String backup) {
    return new Restores(postgres, files, Progress.NONE).restoreInto(backup, RESTORED, "step");
  }

  private void assertRestored() {
    assertThat(SERVER.sql(RESTORED, "SELECT count(*), count(DISTINCT text) FROM item"))
        .isEqualTo("20000|20000");
    assertThat(
            SERVER.sql(
                "postgres",
                "SELECT datdba::regrole FROM pg_database WHERE datname = '" + RESTORED + "'"))
        .isEqualTo(Sql.identifier(Server.USER));
  }

  private static String sh(String script) {
    return SERVER.sh(
        Map.of("PGUSER", Server.USER, "PGDATABASE", Server.LIVE, "LC_ALL", "C"), script);
  }
}

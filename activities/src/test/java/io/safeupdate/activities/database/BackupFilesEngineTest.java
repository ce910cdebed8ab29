package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the backup directory, and what of it is a backup. */
@Tag("engine")
class BackupFilesEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private final BackupFiles files = new BackupFiles(SERVER.postgres(), "/backups");

  @BeforeAll
  static void given_a_database_with_many_rows() {
    SERVER.sql("postgres", "CREATE DATABASE shop");
    SERVER.sql("shop", "CREATE TABLE item AS SELECT md5(i::text) FROM generate_series(1, 20000) i");
  }

  @BeforeEach
  void empty_the_directory() {
    sh("rm -rf /backups/* /backups/.[!.]*");
  }

  @Test
  void a_packed_dump_is_whole() {
    sh("pg_dump shop | gzip >/backups/a.sql.gz");

    BackupCheck check = files.verify("a.sql.gz");

    assertThat(check.compressed()).isTrue();
    assertThat(check.format()).isEqualTo(BackupCheck.Format.PLAIN);
    assertThat(check.bytes()).isEqualTo(Long.parseLong(sh("stat -c %s /backups/a.sql.gz")));
    assertThat(sh("sha256sum /backups/a.sql.gz")).startsWith(check.sha256());
    assertThat(check.inWords())
        .startsWith("a.sql.gz, ")
        .endsWith("SHA-256 " + check.sha256().substring(0, 12) + "…");
  }

  @Test
  void dumps_in_the_other_forms_are_whole() {
    sh("pg_dump shop >/backups/plain.sql; pg_dump -Fc shop >/backups/custom.dump");
    sh("gzip -k /backups/custom.dump");

    assertThat(files.verify("plain.sql").format()).isEqualTo(BackupCheck.Format.PLAIN);
    assertThat(files.verify("plain.sql").compressed()).isFalse();
    assertThat(files.verify("custom.dump").format()).isEqualTo(BackupCheck.Format.CUSTOM);
    assertThat(files.verify("custom.dump.gz").compressed()).isTrue();
    assertThat(files.verify("custom.dump.gz").format()).isEqualTo(BackupCheck.Format.CUSTOM);
  }

  @Test
  void a_dump_with_an_awkward_name_is_whole() {
    sh("pg_dump shop | gzip >\"/backups/it's a \\\"backup\\\" \\$HOME * ü.sql.gz\"");

    assertThat(files.list()).hasSize(1);
    assertThat(files.verify(files.list().get(0).name()).compressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_dump shop | gzip | head -c 5000",
        "pg_dump -Fc shop | head -c 20000",
        "pg_dump -Fc shop | gzip | head -c 20000",
        "pg_dump shop | gzip | sed 's/a/b/g'",
      })
  void a_damaged_dump_is_refused(String made) {
    sh(made + " >/backups/bad");

    assertRefused("bad", "damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_dump shop | head -c 400000 | gzip",
        "pg_dump shop | head -c 400000",
        "head -c 400000 /dev/urandom",
        "yes 'SELECT 1;' | head -n 1000",
        "{ pg_dump shop; yes | head -n 100; } | gzip",
      })
  void a_dump_without_its_last_line_is_refused(String made) {
    sh(made + " >/backups/bad");

    assertRefused("bad", "dump complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "printf '' | gzip", "echo SELECT"})
  void a_file_too_small_to_hold_anything_is_refused(String made) {
    sh(made + " >/backups/bad");

    assertRefused("bad", "can be no dump");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pg_dump -C shop", "pg_dump -C shop | gzip", "pg_dumpall | gzip"})
  void a_dump_that_goes_to_a_database_of_its_own_choice_is_refused(String made) {
    sh(made + " >/backups/bad");

    assertRefused("bad", "\\connect");
  }

  @Test
  void says_which_file_or_directory_is_not_there() {
    assertPrecondition(() -> files.verify("none.sql.gz"), "There is no backup none.sql.gz");
    assertPrecondition(
        () -> new BackupFiles(SERVER.postgres(), "/no where").list(), "no directory /no where");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "../etc/passwd", "/etc/passwd", "-rf", "a\nb", "a\\b", ".x"})
  void refuses_what_is_not_the_name_of_a_file(String name) {
    assertPrecondition(() -> files.verify(name), "is not the name of a backup");
  }

  @Test
  void lists_more_files_than_one_answer_holds() {
    sh("i=0; while [ $i -lt 400 ]; do echo x >\"/backups/$(printf %0200d $i)\"; i=$((i+1)); done");

    assertThat(files.list()).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void lists_files_only_and_only_such_as_can_be_named() {
    sh("cd /backups; echo x >a; echo x >.hidden; echo x >-dash; mkdir dir; ln -s a link");
    sh("cd /backups; echo x >'new\nline'");

    assertThat(files.list()).extracting(BackupFile::name).containsExactly("a");
  }

  @Test
  void an_empty_directory_has_no_files() {
    assertThat(files.list()).isEmpty();
  }

  @Test
  void finds_the_file_that_a_command_made() {
    sh("pg_dump shop | gzip >/backups/old.sql.gz; touch -d 2020-01-01 /backups/old.sql.gz");
    List<BackupFile> before = files.list();
    sh("cp /backups/old.sql.gz /backups/new.sql.gz");

    assertThat(files.newSince(before).name()).isEqualTo("new.sql.gz");
  }

  @Test
  void finds_the_file_that_a_command_wrote_over() {
    sh("pg_dump shop | gzip >/backups/same.sql.gz; touch -d 2020-01-01 /backups/same.sql.gz");
    List<BackupFile> before = files.list();
    sh("pg_dump shop | gzip >/backups/same.sql.gz");

    assertThat(files.newSince(before).name()).isEqualTo("same.sql.gz");
  }

  @Test
  void refuses_a_command_that_made_nothing_or_nothing_worth_it() {
    List<BackupFile> before = files.list();
    assertThatThrownBy(() -> files.newSince(before)).hasMessageContaining("No new backup appeared");

    sh("printf '' | gzip >/backups/empty.sql.gz");
    assertThatThrownBy(() -> files.newSince(before)).hasMessageContaining("only 20 bytes");
  }

  @Test
  void removes_what_is_no_backup_and_keeps_what_is() {
    sh("pg_dump shop | gzip >/backups/good.sql.gz; echo x >/backups/bad.sql.gz");

    assertThat(files.removeIfUnverified("bad.sql.gz")).isTrue();
    assertThat(files.removeIfUnverified("bad.sql.gz")).isFalse();
    assertThat(files.removeIfUnverified("good.sql.gz")).isFalse();

    assertThat(files.list()).extracting(BackupFile::name).containsExactly("good.sql.gz");
  }

  @Test
  void removes_a_backup_only_while_it_is_the_one_that_was_recorded() {
    sh("pg_dump shop | gzip >/backups/made.sql.gz; cp /backups/made.sql.gz /backups/copy.sql.gz");
    String sha256 = files.verify("made.sql.gz").sha256();
    sh("pg_dump --schema-only shop | gzip >/backups/taken.sql.gz; echo x >/backups/bad.sql.gz");

    assertThat(files.removeIfStill("taken.sql.gz", sha256)).isFalse();
    assertThat(files.removeIfStill("bad.sql.gz", sha256)).isFalse();
    assertThat(files.removeIfStill("made.sql.gz", sha256)).isTrue();
    assertThat(files.removeIfStill("made.sql.gz", sha256)).isFalse();

    assertThat(files.list())
        .extracting(BackupFile::name)
        .containsExactly("bad.sql.gz", "copy.sql.gz", "taken.sql.gz");
  }

  private void assertRefused(String name, String why) {
    assertThatThrownBy(() -> files.verify(name))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID))
        .hasMessageContaining("Backup " + name + " in /backups")
        .hasMessageContaining(why);
  }

  private static void assertPrecondition(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .hasMessageContaining(why);
  }

  private static String sh(String script) {
    return SERVER.sh(Map.of("PGUSER", Server.USER, "LC_ALL", "C"), script);
  }
}

package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.transfer.BackupCopy;
import io.safeupdate.activities.transfer.BackupCopy.Place;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backup goes from one server's backup directory into another's. */
@Tag("engine")
@Timeout(120)
class BackupCopyEngineTest {
  @RegisterExtension static final Server THERE = new Server().with("-v", "/copies");
  @RegisterExtension static final Server HERE = new Server().with("-v", "/copies");

  private static final String AWKWARD = "it's a \"backup\" $HOME %20 * ü.sql.gz";
  private static final String NAME = "copy_of_production_abc123_a.sql.gz";

  private final Place from = place(THERE);
  private final Place to = place(HERE);
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void given_a_backup_there() {
    HERE.sh(Map.of(), "rm -rf /copies/* /copies/.[!.]*");
    THERE.sh(
        Map.of("AWKWARD", AWKWARD, "PGUSER", Server.USER),
        "pg_dump postgres | gzip >/copies/a.sql.gz; cp /copies/a.sql.gz \"/copies/$AWKWARD\"");
  }

  @Test
  void arrives_as_it_was_and_leaves_nothing_else() {
    BackupCheck check = copy("a.sql.gz");

    assertThat(check.sha256()).isEqualTo(from.files().sha256("a.sql.gz"));
    assertThat(to.files().sha256(NAME)).isEqualTo(check.sha256());
    assertThat(HERE.sh(Map.of(), "ls -A /copies")).isEqualTo(NAME);
    assertThat(said).anyMatch(message -> message.startsWith("a.sql.gz"));
  }

  @Test
  void copies_a_file_whose_name_is_awkward() {
    copy(AWKWARD);

    assertThat(to.files().sha256(NAME)).isEqualTo(from.files().sha256(AWKWARD));
  }

  @Test
  void a_repeat_keeps_what_arrived() {
    copy("a.sql.gz");
    long inode = to.files().find(NAME).orElseThrow().inode();

    copy("a.sql.gz");

    assertThat(to.files().find(NAME).orElseThrow().inode()).isEqualTo(inode);
  }

  @Test
  void a_half_arrived_one_of_a_killed_attempt_is_made_anew() {
    HERE.sh(
        Map.of(), "mkdir /copies/.safe-update-import; echo half >/copies/.safe-update-import/x");

    copy("a.sql.gz");

    assertThat(HERE.sh(Map.of(), "ls -A /copies")).isEqualTo(NAME);
  }

  @Test
  void a_backup_that_is_cut_off_does_not_appear() {
    THERE.sh(Map.of(), "head -c 300 /copies/a.sql.gz >/copies/cut.sql.gz");

    assertThatThrownBy(() -> copy("cut.sql.gz"))
        .isInstanceOf(StepFailure.class)
        .extracting(it -> ((StepFailure) it).type())
        .isEqualTo(FailureType.BACKUP_INVALID);
    assertThat(HERE.sh(Map.of(), "ls /copies")).isEmpty();
  }

  @Test
  void one_that_is_not_there_is_named() {
    assertThatThrownBy(() -> copy("b.sql.gz")).hasMessageContaining("no backup b.sql.gz");
  }

  private BackupCheck copy(String backup) {
    return new BackupCopy(Server.engine(), from, to).run(backup, NAME, said::add);
  }

  private static Place place(Server server) {
    Postgres postgres = server.postgres();
    return new Place(server.container(), postgres, new BackupFiles(postgres, "/copies"));
  }
}

package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records of operations go, and which stay whatever their age. */
class OldRecordsTest {
  private static final Instant OLDEST_POINT = Shop.NOW.minus(Duration.ofDays(3));
  private static final Instant BEFORE_IT = OLDEST_POINT.minus(Duration.ofDays(1));
  private static final Instant AFTER_IT = OLDEST_POINT.plus(Duration.ofDays(1));

  @TempDir Path directory;
  private Shop shop;

  @BeforeEach
  void givenAHost() {
    shop = new Shop(directory);
  }

  @Test
  void one_from_before_the_oldest_restore_point_goes_with_its_bundle() throws IOException {
    Path bundle = ended("old", BEFORE_IT).failures();

    assertThat(prune(Set.of())).isEqualTo(1);
    assertThat(bundle.getParent()).doesNotExist();
  }

  @Test
  void its_receipt_stays() throws IOException {
    ended("old", BEFORE_IT);

    prune(Set.of());

    assertThat(shop.state.receipts().resolve("old.json")).exists();
  }

  @Test
  void a_later_one_stays() throws IOException {
    assertStays(ended("later", AFTER_IT), Set.of());
  }

  @Test
  void one_that_a_restore_point_names_stays() throws IOException {
    assertStays(ended("pointed-at", BEFORE_IT), Set.of());
  }

  @Test
  void one_that_never_ended_stays() throws IOException {
    OperationRecord record = shop.begun("unfinished");
    written(record, BEFORE_IT);

    assertStays(record, Set.of());
  }

  @Test
  void one_that_still_holds_the_lock_stays() throws IOException {
    OperationRecord record = ended("abandoned", BEFORE_IT);
    shop.locked("abandoned");

    assertStays(record, Set.of());
  }

  @Test
  void one_whose_backup_is_still_there_stays_for_it_alone_tells_that_it_is_ours()
      throws IOException {
    OperationRecord record = ended("backed-up", BEFORE_IT);
    record.put(new VerifiedBackup("b1.sql.gz", 1, "00", "gzip", BEFORE_IT));
    written(record, BEFORE_IT);

    assertStays(record, Set.of("b1.sql.gz"));
  }

  @Test
  void one_whose_backup_is_gone_goes() throws IOException {
    OperationRecord record = ended("backed-up", BEFORE_IT);
    record.put(new VerifiedBackup("b1.sql.gz", 1, "00", "gzip", BEFORE_IT));
    written(record, BEFORE_IT);

    prune(Set.of("b2.sql.gz"));

    assertThat(record.directory()).doesNotExist();
  }

  @Test
  void without_a_restore_point_all_stay() throws IOException {
    ended("old", BEFORE_IT);

    assertThat(records(List.of(), Set.of()).delete()).isZero();
  }

  private void assertStays(OperationRecord record, Set<String> backups) {
    assertThat(prune(backups)).isZero();
    assertThat(record.directory()).isNotEmptyDirectory();
  }

  private int prune(Set<String> backups) {
    return records(List.of(point(Shop.NOW, "newest"), point(OLDEST_POINT, "pointed-at")), backups)
        .delete();
  }

  private OldRecords records(List<RestorePoint> kept, Set<String> backups) {
    return new OldRecords(shop.host().deployment("production"), kept, backups);
  }

  private OperationRecord ended(String operation, Instant at) throws IOException {
    OperationRecord record = shop.begun(operation);
    Files.createDirectories(record.failures().resolve("migrate-1"));
    new JsonFile(shop.state.receipts().resolve(operation + ".json")).write(Map.of());
    written(record, at);
    return record;
  }

  private static void written(OperationRecord record, Instant at) throws IOException {
    Files.setLastModifiedTime(record.directory(), FileTime.from(at));
  }

  private static RestorePoint point(Instant at, String operation) {
    return new RestorePoint(
        RestorePoint.SCHEMA_VERSION,
        "point-" + operation,
        at,
        "production",
        operation,
        "1".repeat(40),
        "subject",
        "master",
        "refs/safe-update/restore-points/x",
        "2".repeat(40),
        Path.of("/srv/shop"),
        List.of(),
        "shop",
        List.of(),
        Strategy.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "hash",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

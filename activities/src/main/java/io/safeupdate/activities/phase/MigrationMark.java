package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Facts.MigrationBegan;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import java.time.Clock;

/** Written before anything that may change the schema: the way back believes it. */
final class MigrationMark {
  private MigrationMark() {}

  static void set(OperationRecord record, Clock clock) {
    record.once(MigrationBegan.class, () -> new MigrationBegan(clock.instant()));
  }

  /** For deeds that start the new version: an application may migrate when it starts. */
  static void setWhereStartMigrates(OperationRecord record, Clock clock) {
    if (record.get(PreparedImages.class).answer().migration() == Migration.ON_START) {
      set(record, clock);
    }
  }
}

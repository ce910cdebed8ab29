package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Dumps;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.BackupIntent;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.Step;

/** A backup by Safe Update itself, for an application that has no backup command. */
final class OwnDump {
  private final Deployment deployment;
  private final BackupFiles files;
  private final OperationRecord record;

  OwnDump(Deployment deployment, Step step, BackupFiles files) {
    this.deployment = deployment;
    this.files = files;
    this.record = deployment.record(step);
  }

  /** Dumps the live database; a repeat finds the whole dump of an earlier attempt by its name. */
  BackupCheck run(Progress progress) {
    Dumps dumps = new Dumps(deployment.postgres(record.get(Baseline.class)), files);
    dumps.makeDirectory();
    BackupIntent intent =
        record.once(
            BackupIntent.class,
            () -> new BackupIntent(deployment.host().clock().instant(), files.list()));
    return dumps.dump(Dumps.nameAt(intent.at()), progress);
  }
}

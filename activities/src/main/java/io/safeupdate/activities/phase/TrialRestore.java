package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Restores;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.Step;

/**
 * Restores a backup into a scratch database and compares it, where the configuration asks for it.
 * Tables and schema must be those of the live database; its rows go on changing while writers run.
 */
record TrialRestore(Deployment deployment, Step step) {

  static TrialRestore of(Deployment deployment, Step step) {
    return new TrialRestore(deployment, step);
  }

  void run(BackupFiles files, BackupCheck backup, Progress progress) {
    if (!deployment.config().update().trialRestore()) {
      return;
    }
    Baseline before = deployment.record(step).get(Baseline.class);
    Postgres postgres = deployment.postgres(before);
    progress.report("restoring " + backup.name() + " on trial");
    Fingerprint live =
        postgres.fingerprint(before.database().orElseThrow().name(), Counts.ESTIMATED);
    new Restores(postgres, files, progress)
        .trialRestore(backup.name(), live, new DatabaseNames(step.tag()).verify());
  }
}

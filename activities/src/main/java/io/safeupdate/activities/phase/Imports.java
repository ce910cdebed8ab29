package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Incoming;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupImport;
import io.safeupdate.activities.transfer.BackupImport.Imported;
import io.safeupdate.activities.transfer.ExportRoots;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.activity.Step;

/** Imports into one deployment's backup directory. */
final class Imports {
  private final Deployment deployment;
  private final Baseline before;
  private final BackupFiles files;

  Imports(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.before = deployment.record(step).get(Baseline.class);
    this.files = deployment.backups(before.project());
  }

  /** A file has become a backup. */
  record BackupImported(String name, String summary) {}

  BackupImported run(ExportRoots roots, ImportRequest request, Progress progress) {
    Postgres postgres = deployment.postgres(before);
    Imported imported =
        new BackupImport(
                deployment.host().engine(),
                deployment.databaseContainer(before.project()).id(),
                postgres,
                files,
                roots)
            .run(request.file(), progress);
    String there = imported.skipped() ? ", was there already" : "";
    return new BackupImported(imported.check().name(), imported.check().inWords() + there);
  }

  String dropUnfinished() {
    new Incoming(deployment.postgres(before), files).drop();
    return "nothing half copied is left";
  }
}

package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.KeepRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What is done with backups as files. */
@ActivityInterface
public interface BackupFileActivities {

  /**
   * Copies one or all backups into a directory of the host and compares both sides. Idempotent:
   * what is there already is skipped, what was half written is made anew.
   */
  @ActivityMethod(name = "ExportBackups")
  Made export(Step step, ExportRequest request);

  /** Drops what a killed export left half written; no-op when there is nothing. */
  @ActivityMethod(name = "DropExport")
  String dropExport(Step step);

  /**
   * Copies a file of the host into the backup directory, where it appears once it is verified as a
   * whole backup. Idempotent: the same file already there is a success.
   */
  @ActivityMethod(name = "ImportBackup")
  Made importBackup(Step step, ImportRequest request);

  /** Drops what a killed import left half copied; no-op when there is nothing. */
  @ActivityMethod(name = "DropImport")
  String dropImport(Step step);

  /** Pins a backup so that it is never pruned, or takes the pin off. Idempotent. */
  @ActivityMethod(name = "KeepBackup")
  Made keep(Step step, KeepRequest request);
}

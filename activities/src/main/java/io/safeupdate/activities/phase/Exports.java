package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupExport;
import io.safeupdate.activities.transfer.BackupExport.Exported;
import io.safeupdate.activities.transfer.ExportRoots;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exports of one deployment's backups. */
final class Exports {
  private final Deployment deployment;
  private final OperationRecord record;
  private final String project;
  private final BackupFiles files;

  Exports(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.record = deployment.record(step);
    this.project = record.get(Baseline.class).project();
    this.files = deployment.backups(project);
  }

  /**
   * An export is about to begin.
   *
   * @param directory its real path
   */
  record ExportIntent(String directory) {}

  /**
   * An export is done.
   *
   * @param made the file, or the directory of all
   */
  record BackupsExported(String made, String summary, List<String> notes) {
    BackupsExported {
      notes = List.copyOf(notes);
    }
  }

  BackupsExported run(ExportRoots roots, ExportRequest request, Progress progress) {
    List<BackupFile> wanted = wanted(request.backup());
    BackupExport export =
        new BackupExport(
            deployment.host().engine(),
            deployment.databaseContainer(project).id(),
            files,
            roots,
            request.directory(),
            deployment.name(),
            verified(wanted));
    record.put(new ExportIntent(export.directory()));
    List<Exported> done = export.run(wanted, progress);
    String made =
        request.backup().map(name -> export.directory() + "/" + name).orElse(export.directory());
    return new BackupsExported(
        made, summary(done), request.backup().isPresent() ? List.of() : leftOut());
  }

  /**
   * The file of a name.
   *
   * @throws StepFailure {@code PreconditionFailed} when there is none
   */
  static BackupFile required(Deployment deployment, Step step, String name) {
    return new Exports(deployment, step).required(name);
  }

  /** Drops what this operation left half written; no-op when it left nothing. */
  static String dropUnfinished(Deployment deployment, Step step) {
    Optional<ExportIntent> intent = deployment.record(step).find(ExportIntent.class);
    intent.ifPresent(
        begun -> BackupExport.dropUnfinished(Path.of(begun.directory()), deployment.name()));
    return intent.isPresent() ? "nothing half written is left" : "nothing was written";
  }

  private List<BackupFile> wanted(Optional<String> name) {
    List<BackupFile> wanted = name.map(one -> List.of(required(one))).orElseGet(files::list);
    if (wanted.isEmpty()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "There is no backup in %s of the database container yet. Make one: safe-update backup %s"
              .formatted(files.path(), deployment.name()));
    }
    return wanted;
  }

  private BackupFile required(String name) {
    return files
        .find(name)
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED,
                    "There is no backup %s in %s of the database container. See what there is: safe-update backups %s"
                        .formatted(Shown.path(name), files.path(), deployment.name())));
  }

  /** Of those that Safe Update made and nobody wrote to since, the hashes that it recorded. */
  private Map<String, String> verified(List<BackupFile> wanted) {
    Map<String, VerifiedBackup> own =
        OwnBackups.of(deployment).stream()
            .collect(Collectors.toMap(VerifiedBackup::name, it -> it, (newer, older) -> newer));
    return wanted.stream()
        .filter(file -> isStill(file, own.get(file.name())))
        .collect(Collectors.toMap(BackupFile::name, file -> own.get(file.name()).sha256()));
  }

  private static boolean isStill(BackupFile file, VerifiedBackup recorded) {
    return recorded != null
        && recorded.bytes() == file.bytes()
        && !file.modified().isAfter(recorded.at());
  }

  private static String summary(List<Exported> done) {
    List<Exported> copied = done.stream().filter(one -> !one.skipped()).toList();
    long skipped = done.size() - (long) copied.size();
    String there = skipped == 0 ? "" : ", %d there already".formatted(skipped);
    return "%s copied, %s%s; SHA-256 equal on both sides"
        .formatted(
            Amounts.count(copied.size(), "backup"),
            Amounts.bytes(copied.stream().mapToLong(Exported::bytes).sum()),
            there);
  }

  private List<String> leftOut() {
    return files.unusable().stream()
        .map(name -> "Left out, because of its name: " + Shown.path(name))
        .toList();
  }
}

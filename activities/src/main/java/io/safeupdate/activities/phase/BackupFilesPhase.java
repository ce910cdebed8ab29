package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.transfer.ExportRoots;
import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.activity.BackupFileActivities;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies backups out and in, and pins them. */
public final class BackupFilesPhase implements BackupFileActivities {
  private final Host host;
  private final Supplier<List<Path>> exportRoots;

  /**
   * @param exportRoots as the configuration has them now
   */
  public BackupFilesPhase(Host host, Supplier<List<Path>> exportRoots) {
    this.host = host;
    this.exportRoots = exportRoots;
  }

  @Override
  public Made export(Step step, ExportRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    Exports.BackupsExported done =
        deployment
            .record(step)
            .once(
                Exports.BackupsExported.class,
                () ->
                    host.heartbeats()
                        .during(
                            progress ->
                                new Exports(deployment, step).run(roots(), request, progress)));
    return new Made(Optional.of(done.made()), done.summary(), done.notes());
  }

  @Override
  public String dropExport(Step step) {
    return Exports.dropUnfinished(host.deployment(step.deployment()), step);
  }

  @Override
  public Made importBackup(Step step, ImportRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    Imports.BackupImported done =
        record.once(
            Imports.BackupImported.class,
            () ->
                host.heartbeats()
                    .during(
                        progress -> new Imports(deployment, step).run(roots(), request, progress)));
    return new Made(Optional.of(done.name()), done.summary(), List.of());
  }

  @Override
  public String dropImport(Step step) {
    return new Imports(host.deployment(step.deployment()), step).dropUnfinished();
  }

  @Override
  public Made keep(Step step, KeepRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    String name = request.backup();
    KeptBackups kept = deployment.keptBackups();
    if (request.releases()) {
      boolean was = kept.release(name);
      String summary = was ? " may be pruned again" : " was not pinned";
      return new Made(Optional.of(name), name + summary, List.of());
    }
    Exports.required(deployment, step, name);
    boolean isNew = kept.keep(name, host.clock().instant());
    String summary = isNew ? " is never pruned from now on" : " is pinned already";
    return new Made(Optional.of(name), name + summary, List.of());
  }

  private ExportRoots roots() {
    return new ExportRoots(exportRoots.get());
  }
}

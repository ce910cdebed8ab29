package io.safeupdate.activities.phase;

import io.safeupdate.activities.media.MediaArchive;
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
        deployment.once(
            step,
            Exports.BackupsExported.class,
            progress -> new Exports(deployment, step).run(roots(), request, progress));
    return new Made(Optional.of(done.made()), done.summary(), done.notes());
  }

  @Override
  public String dropExport(Step step) {
    return Exports.dropUnfinished(host.deployment(step.deployment()), step);
  }

  @Override
  public Made importBackup(Step step, ImportRequest request) {
    Deployment deployment = host.deployment(step.deployment());
    Imports.BackupImported done =
        deployment.once(
            step,
            Imports.BackupImported.class,
            progress -> new Imports(deployment, step).run(roots(), request, progress));
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
    String summary = request.releases() ? released(deployment, name) : kept(deployment, step, name);
    return new Made(Optional.of(name), name + summary, List.of());
  }

  private String kept(Deployment deployment, Step step, String name) {
    Optional<MediaArchive> archive = deployment.archives().find(name);
    if (archive.isEmpty()) {
      Exports.required(deployment, step, name);
    }
    boolean isNew =
        archive
            .map(deployment.archives()::keep)
            .orElseGet(() -> deployment.keptBackups().keep(name, host.clock().instant()));
    return isNew ? " is never pruned from now on" : " is pinned already";
  }

  private static String released(Deployment deployment, String name) {
    boolean was =
        deployment
            .archives()
            .find(name)
            .map(deployment.archives()::release)
            .orElseGet(() -> deployment.keptBackups().release(name));
    return was ? " may be pruned again" : " was not pinned";
  }

  private ExportRoots roots() {
    return new ExportRoots(exportRoots.get());
  }
}

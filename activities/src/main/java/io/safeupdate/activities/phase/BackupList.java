package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The backups of a deployment, and what is known of them. */
final class BackupList {
  private final Deployment deployment;
  private final Map<String, VerifiedBackup> ours;
  private final List<RestorePoint> points;
  private final Set<String> kept;

  private BackupList(Deployment deployment) {
    this.deployment = deployment;
    this.points = deployment.restorePoints().readable();
    this.kept = deployment.keptBackups().names();
    this.ours =
        OwnBackups.of(deployment).stream()
            .collect(
                Collectors.toMap(
                    VerifiedBackup::name, Function.identity(), (newer, older) -> newer));
  }

  /**
   * Newest first.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when it has no
   *     database, {@code DatabaseFailed} when the service does not run
   */
  static List<BackupSummary> of(Deployment deployment, Findings findings) {
    deployment.databaseConfig();
    String project = findings.project().orElseThrow(findings::failure);
    return new BackupList(deployment).all(project);
  }

  private List<BackupSummary> all(String project) {
    return deployment.backups(project).list().stream()
        .sorted(Comparator.comparing(BackupFile::modified).reversed())
        .map(this::summary)
        .toList();
  }

  /** A file of the same name and another size is another's. */
  private BackupSummary summary(BackupFile file) {
    Optional<VerifiedBackup> own =
        Optional.ofNullable(ours.get(file.name())).filter(it -> it.bytes() == file.bytes());
    return new BackupSummary(
        file.name(),
        file.bytes(),
        file.modified(),
        own.map(VerifiedBackup::at),
        own.map(VerifiedBackup::verifiedHow),
        own.isPresent(),
        points.stream().filter(it -> needs(it, file.name())).map(RestorePoint::id).toList(),
        kept.contains(file.name()));
  }

  private static boolean needs(RestorePoint point, String backup) {
    return point.backup().filter(it -> it.name().equals(backup)).isPresent();
  }
}

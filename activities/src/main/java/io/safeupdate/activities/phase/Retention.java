package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Abandoned;
import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.RetentionConfig;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prunes what Safe Update made and nobody needs any more. The newest restore point always stays,
 * and only it keeps its copy of the database.
 */
final class Retention {
  private final Deployment deployment;
  private final Step step;
  private final RetentionConfig limits;
  private final List<String> done = new ArrayList<>();

  Retention(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.limits = deployment.config().retention();
  }

  /** What was pruned, in words. */
  List<String> prune() {
    Prepares.untag(deployment, step);
    removeRemains();
    List<RestorePoint> points = deployment.restorePoints().all();
    points.stream().skip(1).forEach(this::dropSnapshot);
    points.stream().skip(Math.max(1, limits.restorePoints())).forEach(this::delete);
    return pruneWhatNoneNeeds();
  }

  /**
   * After a way back: what grows while one update after another fails. What leads to any other
   * version stays: updates that failed are no reason to lose it.
   */
  List<String> pruneAfterWayBack() {
    removeRemains();
    deployment
        .restorePoints()
        .ofCommit(before().from())
        .skip(Math.max(1, limits.restorePoints()))
        .forEach(this::delete);
    return pruneWhatNoneNeeds();
  }

  /** After a rollback: what it went back to stays, however old it is, and so do all copies. */
  List<String> pruneAfterRollback(RollbackTarget target) {
    Prepares.untag(deployment, step);
    removeRemains();
    deployment.restorePoints().all().stream()
        .skip(Math.max(1, limits.restorePoints()))
        .filter(point -> !point.id().equals(target.restorePoint()))
        .forEach(this::delete);
    return pruneWhatNoneNeeds();
  }

  /** After an operation that takes no restore point. */
  List<String> pruneWhatNoneNeeds() {
    if (deployment.config().database().isPresent()) {
      deleteBackups();
      dropAbandoned();
    }
    deleteArchives();
    deleteRecords();
    return done;
  }

  private void removeRemains() {
    Remains remains = new Remains(deployment);
    int images = remains.untag();
    if (images > 0) {
      done.add(Amounts.count(images, "image") + " of earlier operations dropped");
    }
    if (deployment.config().database().isPresent()) {
      remains.dropCopies(postgres()).forEach(name -> done.add("copy " + name + " dropped"));
    }
  }

  private void dropSnapshot(RestorePoint point) {
    point
        .snapshot()
        .filter(copy -> DatabaseNames.areOurs(copy.database()))
        .ifPresent(
            copy -> {
              postgres().dropIfOurs(copy.database());
              done.add("copy " + copy.database() + " dropped");
              deployment.restorePoints().write(point.withoutSnapshot());
            });
  }

  private void delete(RestorePoint point) {
    deployment.restorePoints().delete(point.id());
    point.images().forEach(image -> deployment.host().engine().untag(image.pin()));
    deployment.checkout().forget(point.privateRef());
    done.add("restore point " + point.id() + " pruned");
  }

  /** A backup that a restore point names is needed as long as that one is; a pinned one stays. */
  private void deleteBackups() {
    BackupFiles files = deployment.backups(before().project());
    Set<String> there = names(files);
    Set<String> needed = neededBackups();
    List<VerifiedBackup> own =
        OwnBackups.of(deployment).stream().filter(backup -> there.contains(backup.name())).toList();
    IntStream.range(1, own.size()) // the newest always stays
        .filter(index -> index >= limits.backups() || isTooOld(own.get(index)))
        .mapToObj(own::get)
        .filter(backup -> !needed.contains(backup.name()))
        .filter(backup -> files.removeIfStill(backup.name(), backup.sha256()))
        .forEach(backup -> done.add("backup " + backup.name() + " pruned"));
  }

  private void deleteArchives() {
    Set<String> needed =
        deployment.restorePoints().all().stream()
            .flatMap(point -> point.media().stream())
            .map(MediaArchived::name)
            .collect(Collectors.toSet());
    deployment
        .archives()
        .prune(
            limits.mediaArchives(), limits.mediaAge(), deployment.host().clock().instant(), needed)
        .forEach(name -> done.add("archive " + name + " pruned"));
  }

  private boolean isTooOld(VerifiedBackup backup) {
    Instant now = deployment.host().clock().instant();
    return limits.backupAge().filter(age -> backup.at().isBefore(now.minus(age))).isPresent();
  }

  private static Set<String> names(BackupFiles files) {
    return files.list().stream().map(BackupFile::name).collect(Collectors.toSet());
  }

  private void deleteRecords() {
    Set<String> backups =
        deployment
            .config()
            .database()
            .map(any -> names(deployment.backups(before().project())))
            .orElse(Set.of());
    int deleted = new OldRecords(deployment, deployment.restorePoints().all(), backups).delete();
    if (deleted > 0) {
      done.add(Amounts.count(deleted, "record") + " of old operations pruned");
    }
  }

  private Set<String> neededBackups() {
    Stream<String> ofRestorePoints =
        deployment.restorePoints().all().stream()
            .flatMap(point -> point.backup().stream())
            .map(VerifiedBackup::name);
    return Stream.concat(ofRestorePoints, deployment.keptBackups().names().stream())
        .collect(Collectors.toSet());
  }

  private void dropAbandoned() {
    Instant limit = deployment.host().clock().instant().minus(limits.abandonedDatabases());
    for (Abandoned old : postgres().abandoned()) {
      if (old.since().isBefore(limit)) {
        postgres().dropAbandoned(old.name());
        done.add("abandoned database " + old.name() + " dropped");
      }
    }
  }

  private Postgres postgres() {
    return deployment.postgres(before());
  }

  private Baseline before() {
    return deployment.record(step).get(Baseline.class);
  }
}

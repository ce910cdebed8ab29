package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupCheck;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Dumps;
import io.safeupdate.activities.database.Incoming;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.ArrivalAnnounced;
import io.safeupdate.activities.host.Facts.Arrived;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupCopy;
import io.safeupdate.activities.transfer.BackupCopy.Place;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A backup of another deployment in this one's backup directory, for as long as an operation takes.
 * The operation is part of its name, so no other file can have it; and nobody else counts it as a
 * backup of this deployment.
 */
final class Arrival {
  private static final int LONGEST = 255;

  private final Deployment deployment;
  private final Step step;
  private final OperationRecord record;

  Arrival(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.record = deployment.record(step);
  }

  /** Such as {@code copy_of_production_0a1b2c3d4e5f_a.sql.gz}. */
  static String name(String from, String tag, String backup) {
    String start = "copy_of_" + from + "_" + tag + "_";
    String end = backup;
    while ((start + end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      end = end.substring(end.offsetByCodePoints(0, 1));
    }
    return start + end;
  }

  /** Brings it. */
  Arrived bring(Deployment from, CopyRequest request, Progress progress) {
    String backup = request.backup().orElseThrow();
    Place source = place(from, from.projectName());
    Place target = place(deployment, record.get(Baseline.class).project());
    new Dumps(target.postgres(), target.files()).makeDirectory();
    String name =
        record
            .once(
                ArrivalAnnounced.class,
                () -> new ArrivalAnnounced(name(request.from(), step.tag(), backup)))
            .name();
    BackupCheck check =
        new BackupCopy(deployment.host().engine(), source, target).run(backup, name, progress);
    return new Arrived(
        name,
        request.from(),
        backup,
        check.bytes(),
        check.sha256(),
        source.postgres().live().bytes(),
        source.postgres().tableOwner());
  }

  /** Removes it, however much of it arrived. */
  boolean remove() {
    Optional<ArrivalAnnounced> announced = record.find(ArrivalAnnounced.class);
    announced.ifPresent(
        arrival -> {
          Place here = place(deployment, record.get(Baseline.class).project());
          new Incoming(here.postgres(), here.files()).drop();
          here.files().remove(arrival.name());
          requireGone(here.files(), arrival.name());
        });
    return announced.isPresent();
  }

  private static void requireGone(BackupFiles files, String name) {
    if (files.find(name).isPresent()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The transferred file %s is still in %s of the database container."
              .formatted(name, files.path()));
    }
  }

  private static Place place(Deployment deployment, String project) {
    Postgres postgres = deployment.postgres(project);
    return new Place(
        deployment.databaseContainer(project).id(), postgres, deployment.backups(project));
  }
}

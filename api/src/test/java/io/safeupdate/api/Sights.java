package io.safeupdate.api;

import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import io.safeupdate.workflows.contract.Inspection.DatabaseState;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;
import io.safeupdate.workflows.contract.Inspection.RestorePointSummary;
import io.safeupdate.workflows.contract.Inspection.ServiceState;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import io.safeupdate.workflows.contract.Plan.ServiceChange;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackPlan.RecordedImage;
import io.safeupdate.workflows.contract.RollbackPlan.TableRows;
import io.safeupdate.workflows.contract.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What looks at a deployment see that has a bit of everything. */
final class Sights {
  static final String NOW = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
  static final String NEXT = "5d6e7f8a9b0c1d2e3f405162738495a6b7c8d9e0";
  static final String BACKUP = "backup_2026_11_22T14_03_46.sql.gz";
  static final String OLDER_BACKUP = "backup_2026_11_21T03_00_00.sql.gz";
  static final String POINT = "20261122T140349Z-3f1a2b";
  static final String ARCHIVE = "20261122T030000Z-4f1c9a7be012";

  private Sights() {}

  /** As much as was asked for. */
  static Inspection of(InspectRequest request) {
    Depth depth = request.depth().orElse(Depth.STATUS);
    return new Inspection(
        request.deployment(),
        "local",
        "/srv/connect-access/" + request.deployment(),
        "connect_" + request.deployment(),
        Optional.of(NOW),
        Optional.of("master"),
        Optional.of("Let visitors search the guest book"),
        services(),
        Optional.of(new DatabaseState("postgres", "app", "15.8", 1_240_000_000)),
        points(),
        Optional.empty(),
        depth.compareTo(Depth.CHECKS) >= 0 ? checks() : List.of(),
        depth == Depth.PLAN ? Optional.of(plan()) : Optional.empty(),
        depth.compareTo(Depth.BACKUPS) >= 0 ? backups() : List.of(),
        depth.compareTo(Depth.MEDIA) >= 0 ? media() : List.of(),
        request.rollback().map(it -> rollback(it.restorePoint())));
  }

  private static List<ServiceState> services() {
    return List.of(service("django"), service("celeryworker"), service("postgres"));
  }

  private static ServiceState service(String name) {
    return new ServiceState(
        name,
        "connect-" + name + "-1",
        "connect_" + name + ":latest",
        "sha256:0f",
        "running",
        Optional.of("healthy"),
        Optional.of(Instant.now().minus(Duration.ofHours(30))),
        0);
  }

  private static List<RestorePointSummary> points() {
    return List.of(
        new RestorePointSummary(
            POINT,
            Instant.parse("2026-11-22T14:03:49Z"),
            NOW,
            "Let visitors search the guest book",
            Strategy.SNAPSHOT,
            Optional.of(BACKUP),
            Optional.of(12_345_678L),
            Samples.UPDATED,
            true),
        new RestorePointSummary(
            "20261120T090000Z-77aa01",
            Instant.parse("2026-11-20T09:00:00Z"),
            "",
            "manifest.json is cut off",
            Strategy.NONE,
            Optional.empty(),
            Optional.empty(),
            "",
            false));
  }

  private static List<BackupSummary> backups() {
    return List.of(
        new BackupSummary(
            BACKUP,
            12_345_678,
            Instant.parse("2026-11-22T14:03:46Z"),
            Optional.of(Instant.parse("2026-11-22T14:03:48Z")),
            Optional.of("restored on trial into a scratch database"),
            true,
            List.of(POINT),
            false),
        new BackupSummary(
            OLDER_BACKUP,
            11_900_000,
            Instant.parse("2026-11-21T03:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            true,
            List.of(),
            true));
  }

  private static List<MediaSummary> media() {
    return List.of(
        new MediaSummary(
            ARCHIVE,
            "/state/media/" + ARCHIVE + ".tar.zst",
            Instant.parse("2026-11-22T03:00:00Z"),
            845_000_000,
            912_000_000,
            20_412,
            "ab12",
            Instant.parse("2026-11-22T03:00:09Z"),
            "read whole",
            Optional.of(NOW),
            List.of(),
            false,
            List.of()));
  }

  static List<Check> checks() {
    return List.of(
        new Check("engine", CheckStatus.OK, "Docker 28.0, Compose 2.33", Optional.empty()),
        new Check(
            "disk",
            CheckStatus.WARNING,
            "4.1 GB free on /var/lib/docker",
            Optional.of("Remove images that nobody uses: docker image prune.")));
  }

  static Plan plan() {
    return new Plan(
        NOW,
        NEXT,
        List.of(
            commit("5d6e7f8a9b0c", "anna", "Send a receipt by mail"),
            commit("4c5d6e7f8a9b", "ben", "Index the entries by author"),
            commit("3b4c5d6e7f8a", "anna", "Update Django to 5.2.8")),
        List.of("guestbook.0007_author_index", "guestbook.0008_receipts"),
        List.of(
            new ServiceChange("django", "recreate", "its image is another"),
            new ServiceChange("celeryworker", "recreate", "its image is another"),
            new ServiceChange("postgres", "keep", "nothing of it changed")),
        List.of("MAIL_FROM"),
        Optional.of(Strategy.SNAPSHOT),
        Optional.of("70.9 GB free for a copy of 1.2 GB"),
        List.of(new DiskNeed("/var/lib/docker", 2_600_000_000L, 70_900_000_000L)),
        List.of("The env file lacks MAIL_FROM: the template's default is used."),
        Optional.empty());
  }

  static Inspection rejected(InspectRequest request) {
    Inspection seen = of(request);
    Plan plan = plan();
    return withPlan(
        seen,
        new Plan(
            plan.from(),
            plan.to(),
            plan.commits(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(
                new FailureReport(
                    "prepare", "BuildFailed", "django does not build: exit code 1"))));
  }

  private static Inspection withPlan(Inspection seen, Plan plan) {
    return new Inspection(
        seen.deployment(),
        seen.host(),
        seen.directory(),
        seen.project(),
        seen.commit(),
        seen.branch(),
        seen.subject(),
        seen.services(),
        seen.database(),
        seen.restorePoints(),
        seen.unfinished(),
        seen.checks(),
        Optional.of(plan));
  }

  private static CommitLine commit(String commit, String author, String subject) {
    return new CommitLine(
        commit + "0000000000000000000000000000",
        author,
        Instant.parse("2026-11-22T09:00:00Z"),
        subject);
  }

  static RollbackPlan rollback(Optional<String> to) {
    return new RollbackPlan(
        to.or(() -> Optional.of(POINT)),
        Optional.of(Instant.parse("2026-11-22T14:03:49Z")),
        Optional.of(NEXT),
        Optional.of(NOW),
        List.of(commit("5d6e7f8a9b0c", "anna", "Send a receipt by mail")),
        List.of(),
        Optional.of("the backup " + BACKUP),
        List.of(
            new TableRows("guestbook_entry", Optional.of(20_431L), Optional.of(20_112L), true),
            new TableRows("guestbook_receipt", Optional.of(57L), Optional.empty(), true)),
        List.of(new RecordedImage("django", "connect_django:latest", "sha256:0e", true)),
        List.of("Rows written since then stay in the database that is replaced: it is kept."),
        Optional.empty());
  }
}

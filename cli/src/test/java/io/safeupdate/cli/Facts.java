package io.safeupdate.cli;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationState;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An update of a guestbook, told in every way that tests need. */
public final class Facts {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final String ID = "0198f4c2-6b0e-7e6a-9c1d-2f3a4b5c6d7e";
  public static final String OLD = "1a2b3c4d5e6f7081920a1b2c3d4e5f6071829304";
  public static final String NEW = "5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80";
  public static final Operation OPERATION = new Operation(ID, "deployment/local/production");

  private Facts() {}

  public static PhaseReport running(String name) {
    return new PhaseReport(
        name, PhaseStatus.RUNNING, Optional.of(NOW), Optional.empty(), Optional.empty());
  }

  public static PhaseReport done(String name, double seconds, String summary) {
    return new PhaseReport(
        name, PhaseStatus.DONE, Optional.of(NOW), Optional.of(seconds), Optional.of(summary));
  }

  public static PhaseReport failed(String name, double seconds, String summary) {
    return new PhaseReport(
        name, PhaseStatus.FAILED, Optional.of(NOW), Optional.of(seconds), Optional.of(summary));
  }

  public static PhaseReport skipped(String name, String why) {
    return new PhaseReport(
        name, PhaseStatus.SKIPPED, Optional.empty(), Optional.empty(), Optional.of(why));
  }

  public static OperationResult updated() {
    return new OperationResult(
        ID,
        "production",
        Outcome.UPDATED,
        Optional.of(OLD),
        Optional.of(NEW),
        Optional.of("20261122-120000-1a2b3c4d5e"),
        Optional.of(Strategy.SNAPSHOT),
        List.of(
            done("preflight", 0.8, "on master, 1 commit behind"),
            skipped("trial", "no probe is configured"),
            done("verify", 12, "healthy for 10 s")),
        Optional.empty(),
        Optional.empty(),
        4.2,
        List.of());
  }

  public static OperationResult rolledBack() {
    return new OperationResult(
        ID,
        "production",
        Outcome.ROLLED_BACK,
        Optional.of(OLD),
        Optional.of(NEW),
        Optional.of("20261122-120000-1a2b3c4d5e"),
        Optional.of(Strategy.SNAPSHOT),
        List.of(done("preflight", 0.8, "fine"), failed("migrate", 3.1, "exit code 1")),
        Optional.of(
            new FailureReport(
                "migrate", "MigrationFailed", "The migration ended with exit code 1.\n  boom")),
        Optional.of(List.of(done("undo-migrate", 0.1, "guestbook is back, guestbook_su kept"))),
        6.5,
        List.of("the abandoned database guestbook_su has 2 rows more"));
  }

  /** The same, and what the failure looked like was kept in a folder. */
  public static OperationResult rolledBackWithLogs(String folder) {
    OperationResult from = rolledBack();
    return new OperationResult(
        from.operation(),
        from.deployment(),
        from.outcome(),
        from.from(),
        from.to(),
        from.restorePoint(),
        from.strategy(),
        from.phases(),
        from.failure().map(failure -> failure.withLogs(folder)),
        from.rollback(),
        from.downtimeSeconds(),
        from.notes());
  }

  /** The same with another ending. */
  /** An operation that found another one open where it had to work. */
  public static OperationResult busy() {
    OperationResult from = ended(Outcome.REJECTED);
    return new OperationResult(
        from.operation(),
        from.deployment(),
        from.outcome(),
        from.from(),
        from.to(),
        from.restorePoint(),
        from.strategy(),
        from.phases(),
        Optional.of(
            new FailureReport("backup", "DeploymentBusy", "Another operation is open on staging")),
        from.rollback(),
        0,
        List.of());
  }

  public static OperationResult ended(Outcome outcome) {
    OperationResult from = outcome == Outcome.UPDATED ? updated() : rolledBack();
    return new OperationResult(
        from.operation(),
        from.deployment(),
        outcome,
        from.from(),
        from.to(),
        from.restorePoint(),
        from.strategy(),
        from.phases(),
        from.failure(),
        from.rollback(),
        from.downtimeSeconds(),
        from.notes());
  }

  public static Waiting waiting() {
    return new Waiting(
        "undo-migrate",
        "The database server does not answer.",
        List.of(Choice.RETRY, Choice.ABANDON),
        Optional.empty());
  }

  public static OperationProgress progress(
      Optional<Outcome> outcome, List<PhaseReport> phases, Optional<Waiting> waiting) {
    return new OperationProgress(
        ID,
        "production",
        outcome,
        Optional.of(OLD),
        Optional.of(NEW),
        Optional.empty(),
        Optional.empty(),
        phases,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        waiting);
  }

  public static OperationSummary summary(OperationStatus status, Optional<Outcome> outcome) {
    return summary("SafeUpdate", status, outcome);
  }

  public static OperationSummary recovery(OperationStatus status) {
    return summary("RecoverDeployment", status, Optional.of(Outcome.NEEDS_ATTENTION));
  }

  private static OperationSummary summary(
      String type, OperationStatus status, Optional<Outcome> outcome) {
    return new OperationSummary(
        OPERATION,
        type,
        status,
        Optional.of("migrate"),
        outcome,
        Optional.of(OLD),
        Optional.of(NEW),
        NOW.minusSeconds(150),
        status == OperationStatus.OPEN ? Optional.empty() : Optional.of(NOW.minusSeconds(60)));
  }

  public static OperationState open() {
    return new OperationState(
        summary(OperationStatus.OPEN, Optional.empty()), 12, Optional.empty());
  }

  public static Inspection withBackups(List<Inspection.BackupSummary> backups) {
    return with(backups, List.of());
  }

  public static Inspection withMedia(List<Inspection.MediaSummary> media) {
    return with(List.of(), media);
  }

  private static Inspection with(
      List<Inspection.BackupSummary> backups, List<Inspection.MediaSummary> media) {
    Inspection without = inspection(goodChecks(), Optional.empty());
    return new Inspection(
        without.deployment(),
        without.host(),
        without.directory(),
        without.project(),
        without.commit(),
        without.branch(),
        without.subject(),
        without.services(),
        without.database(),
        without.restorePoints(),
        without.unfinished(),
        without.checks(),
        without.plan(),
        backups,
        media,
        Optional.empty());
  }

  public static Inspection withRollback(RollbackPlan plan) {
    Inspection without = inspection(goodChecks(), Optional.empty());
    return new Inspection(
        without.deployment(),
        without.host(),
        without.directory(),
        without.project(),
        without.commit(),
        without.branch(),
        without.subject(),
        without.services(),
        without.database(),
        without.restorePoints(),
        without.unfinished(),
        without.checks(),
        without.plan(),
        List.of(),
        List.of(),
        Optional.of(plan));
  }

  public static Inspection inspection(List<Check> checks, Optional<Plan> plan) {
    return new Inspection(
        "production",
        "local",
        "/srv/guestbook",
        "guestbook",
        Optional.of(OLD),
        Optional.of("master"),
        Optional.of("Let guests sign"),
        List.of(
            new Inspection.ServiceState(
                "django",
                "guestbook-django-1",
                "guestbook_django:production",
                "sha256:11",
                "running",
                Optional.empty(),
                Optional.of(NOW.minusSeconds(7200)),
                0),
            new Inspection.ServiceState(
                "postgres",
                "guestbook-postgres-1",
                "postgres:15",
                "sha256:22",
                "exited",
                Optional.of("unhealthy"),
                Optional.empty(),
                3)),
        Optional.of(new Inspection.DatabaseState("postgres", "guestbook", "15.18", 12_300_000)),
        List.of(
            new Inspection.RestorePointSummary(
                "20261121-090000-1a2b3c4d5e",
                NOW.minusSeconds(97_200),
                OLD,
                "Let guests sign",
                Strategy.SNAPSHOT,
                Optional.of("backup_2026_11_21T09_00_03.sql.gz"),
                Optional.of(1_234_567L),
                ID,
                true)),
        Optional.empty(),
        checks,
        plan);
  }

  public static List<Check> goodChecks() {
    return List.of(
        new Check("engine", CheckStatus.OK, "Docker 20.10.24", Optional.empty()),
        new Check("checkout", CheckStatus.OK, "on master, clean", Optional.empty()));
  }

  public static List<Check> badChecks() {
    return List.of(
        new Check("engine", CheckStatus.OK, "Docker 20.10.24", Optional.empty()),
        new Check(
            "checkout",
            CheckStatus.WARNING,
            "3 untracked files",
            Optional.of("add them to .gitignore")),
        new Check(
            "disk",
            CheckStatus.FAILED,
            "/var/lib/docker has 1.2 GB free, 3.0 GB are needed",
            Optional.of("docker image prune")));
  }

  public static Plan plan() {
    return new Plan(
        OLD,
        NEW,
        List.of(
            new Plan.CommitLine(
                NEW, "Ada Guest", Instant.parse("2026-11-20T10:00:00Z"), "Give rows an author")),
        List.of("guestbook.0002_row_author"),
        List.of(
            new Plan.ServiceChange("django", "recreate", "its image changes"),
            new Plan.ServiceChange("postgres", "keep", "nothing changes")),
        List.of("MAIL_HOST"),
        Optional.of(Strategy.SNAPSHOT),
        Optional.of("1 migration is pending, and there is room for a copy"),
        List.of(new Plan.DiskNeed("/var/lib/docker", 3_000_000_000L, 12_000_000_000L)),
        List.of(),
        Optional.empty());
  }
}

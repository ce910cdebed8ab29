package io.safeupdate.api;

import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.DeploymentDraft;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.PendingActivity;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.Waiting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host with deployments, and operations as they come. */
final class Samples {
  static final Instant START = Instant.parse("2026-11-22T14:03:07Z");
  static final String UPDATED = "01931f6e-0000-7000-8000-0000000000aa";
  static final String ROLLED_BACK = "01931f6e-0000-7000-8000-0000000000bb";
  static final String OPEN = "01931f6e-0000-7000-8000-0000000000cc";
  static final String WAITING = "01931f6e-0000-7000-8000-0000000000dd";

  private static final Optional<String> FROM =
      Optional.of("1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d");
  private static final Optional<String> TO =
      Optional.of("5d6e7f8a9b0c1d2e3f405162738495a6b7c8d9e0");

  private Samples() {}

  static SafeUpdateConfig config(Map<String, Object> server) {
    SafeUpdateConfig config =
        SafeUpdateConfig.of(
            Path.of("/home/operator"), List.of(deployment("production"), deployment("staging")));
    return new SafeUpdateConfig(
        config.temporal(),
        config.host(),
        config.stateDirectory(),
        config.exportRoots(),
        config.deployments(),
        server,
        Optional.empty());
  }

  private static DeploymentConfig deployment(String name) {
    return new DeploymentDraft(name, Path.of("/srv/connect-access", name))
        .source("origin", "master")
        .project(Optional.of("connect_" + name), List.of())
        .complete();
  }

  static final String LOGS = "/state/deployments/production/operations/1/failures/migrate-1";

  static OperationDetail updated(String deployment) {
    List<PhaseReport> phases =
        new Phases()
            .done("preflight", 1.2, "8 checks passed")
            .done("prepare", 36.4, "2 images built, 1 migration pending: strategy snapshot")
            .done("backup", 3.8, "backup_2026_11_22T14_03_46.sql.gz, 12 MB")
            .done("quiesce", 0.6, "django, celeryworker stopped")
            .done("migrate", 2.4, "1 migration applied")
            .skipped("trial", "code is mounted from the checkout")
            .done("verify", 10.3, "3 probes passed for 10 s")
            .list();
    return OperationDetail.ended(
        summary(UPDATED, deployment, OperationStatus.COMPLETED, Optional.of(Outcome.UPDATED)),
        result(UPDATED, deployment, Outcome.UPDATED, phases, Optional.empty(), List.of()));
  }

  static OperationDetail rolledBack(String deployment, String message) {
    List<PhaseReport> phases =
        new Phases()
            .done("preflight", 1.2, "8 checks passed")
            .done("backup", 3.8, "backup_2026_11_22T14_03_46.sql.gz, 12 MB")
            .failed("migrate", 2.4, message)
            .list();
    return OperationDetail.ended(
        summary(ROLLED_BACK, deployment, OperationStatus.FAILED, Optional.of(Outcome.ROLLED_BACK)),
        result(
            ROLLED_BACK,
            deployment,
            Outcome.ROLLED_BACK,
            phases,
            Optional.of(new FailureReport("migrate", "MigrationFailed", message).withLogs(LOGS)),
            List.of("The abandoned database is kept as app_abandoned_1; 3 rows more in notes")));
  }

  static OperationDetail open(String deployment) {
    Phases phases = new Phases(Instant.now().minusSeconds(41)).done("preflight", 1.2, "8 checks");
    List<PhaseReport> list = phases.running("prepare").pending("backup").list();
    OperationSummary summary =
        new OperationSummary(
            run(OPEN, deployment),
            "SafeUpdate",
            OperationStatus.OPEN,
            Optional.of("prepare"),
            Optional.empty(),
            FROM,
            TO,
            Instant.now().minusSeconds(41),
            Optional.empty());
    return new OperationDetail(
        summary,
        progress(OPEN, deployment, list, Optional.empty()),
        Optional.of(
            new PendingActivity(
                "Prepare",
                1,
                true,
                Optional.of("django 7/12: RUN pip install"),
                Optional.empty())));
  }

  /** One that has just begun. */
  static OperationDetail begun(String id, String deployment, Origin origin) {
    OperationSummary summary =
        new OperationSummary(
            run(id, deployment),
            "SafeUpdate",
            OperationStatus.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.now(),
            Optional.empty(),
            Optional.of(origin));
    return new OperationDetail(summary, summary.unanswered(), Optional.empty());
  }

  static OperationDetail waiting(String deployment) {
    List<PhaseReport> phases = new Phases().done("preflight", 1.2, "8 checks").list();
    OperationSummary summary =
        summary(WAITING, deployment, OperationStatus.OPEN, Optional.of(Outcome.NEEDS_ATTENTION));
    Waiting question =
        new Waiting(
            "undo-migrate",
            "The database server does not answer.",
            List.of(Choice.RETRY, Choice.ABANDON),
            Optional.of(START.plusSeconds(3600)));
    return new OperationDetail(
        summary, progress(WAITING, deployment, phases, Optional.of(question)), Optional.empty());
  }

  /** An operation that has only begun. */
  static OperationSummary started(Operation operation) {
    return new OperationSummary(
        operation,
        "SafeUpdate",
        OperationStatus.OPEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        START,
        Optional.empty());
  }

  /** A healthy deployment, at any depth. */
  static Inspection inspection(InspectRequest request) {
    return new Inspection(
        request.deployment(),
        "local",
        "/srv/connect-access/" + request.deployment(),
        "connect_" + request.deployment(),
        FROM,
        Optional.of("master"),
        Optional.of("Add a guest book"),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Operation run(String id, String deployment) {
    return new Operation(id, "deployment/local/" + deployment);
  }

  private static OperationSummary summary(
      String id, String deployment, OperationStatus status, Optional<Outcome> outcome) {
    boolean isOpen = status == OperationStatus.OPEN;
    return new OperationSummary(
        run(id, deployment),
        "SafeUpdate",
        status,
        Optional.of("verify"),
        outcome,
        FROM,
        TO,
        START,
        isOpen ? Optional.empty() : Optional.of(START.plusSeconds(62)));
  }

  private static OperationProgress progress(
      String id, String deployment, List<PhaseReport> phases, Optional<Waiting> waiting) {
    return new OperationProgress(
        id,
        deployment,
        waiting.map(it -> Outcome.NEEDS_ATTENTION),
        FROM,
        TO,
        Optional.empty(),
        Optional.of(Strategy.SNAPSHOT),
        phases,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        waiting);
  }

  private static OperationResult result(
      String id,
      String deployment,
      Outcome outcome,
      List<PhaseReport> phases,
      Optional<FailureReport> failure,
      List<String> notes) {
    List<PhaseReport> back =
        new Phases(START.plusSeconds(8))
            .done("undo-migrate", 0.1, "app is the snapshot again")
            .done("undo-quiesce", 2.2, "django, celeryworker started")
            .list();
    return new OperationResult(
        id,
        deployment,
        outcome,
        FROM,
        TO,
        Optional.of("rp-20261122T140349Z"),
        Optional.of(Strategy.SNAPSHOT),
        phases,
        failure,
        failure.map(it -> back),
        7.3,
        notes);
  }

  /** Phases one after the other. */
  private static final class Phases {
    private final List<PhaseReport> list = new ArrayList<>();
    private Instant next;

    Phases() {
      this(START);
    }

    Phases(Instant start) {
      next = start;
    }

    Phases done(String name, double seconds, String summary) {
      return ran(name, PhaseStatus.DONE, seconds, summary);
    }

    Phases failed(String name, double seconds, String summary) {
      return ran(name, PhaseStatus.FAILED, seconds, summary);
    }

    private Phases ran(String name, PhaseStatus status, double seconds, String summary) {
      list.add(
          new PhaseReport(
              name, status, Optional.of(next), Optional.of(seconds), Optional.of(summary)));
      next = next.plusMillis(Math.round(seconds * 1000));
      return this;
    }

    Phases running(String name) {
      list.add(
          new PhaseReport(
              name, PhaseStatus.RUNNING, Optional.of(next), Optional.of(0.0), Optional.empty()));
      return this;
    }

    Phases skipped(String name, String why) {
      list.add(still(name, PhaseStatus.SKIPPED, Optional.of(why)));
      return this;
    }

    Phases pending(String name) {
      list.add(still(name, PhaseStatus.PENDING, Optional.empty()));
      return this;
    }

    private static PhaseReport still(String name, PhaseStatus status, Optional<String> summary) {
      return new PhaseReport(name, status, Optional.empty(), Optional.empty(), summary);
    }

    List<PhaseReport> list() {
      return list;
    }
  }
}

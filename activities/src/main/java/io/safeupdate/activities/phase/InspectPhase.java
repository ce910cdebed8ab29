package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.DatabaseState;
import io.safeupdate.workflows.contract.Inspection.RestorePointSummary;
import io.safeupdate.workflows.contract.Inspection.ServiceState;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.InspectActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at a deployment as deep as it is asked to, and leaves nothing behind. */
public final class InspectPhase implements InspectActivities {
  private final Host host;

  public InspectPhase(Host host) {
    this.host = host;
  }

  @Override
  public Inspection inspect(Step step, InspectRequest request) {
    return host.heartbeats().during(progress -> inspect(step, request, progress));
  }

  private Inspection inspect(Step step, InspectRequest request, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    Findings findings = new Findings(deployment, request.to(), progress);
    Rehearsal rehearsal = new Rehearsal(deployment, step);
    try {
      Optional<RollbackPlan> rollback =
          request.rollback().map(it -> new RollbackOutlook(it, findings, step.tag()).plan());
      if (rollback.isPresent()) {
        return inspection(findings, Optional.empty(), Depth.STATUS, rollback);
      }
      look(findings, request.depth().orElse(Depth.STATUS), step);
      Optional<Plan> plan =
          request
              .depth()
              .filter(Depth.PLAN::equals)
              .map(depth -> rehearsal.plan(findings, progress));
      return inspection(findings, plan, request.depth().orElse(Depth.STATUS), Optional.empty());
    } finally {
      rehearsal.leaveNothing(findings);
    }
  }

  private static void look(Findings findings, Depth depth, Step step) {
    if (depth.compareTo(Depth.CHECKS) < 0) {
      Survey.status(findings);
    } else {
      Survey.all(findings, step.tag());
    }
  }

  private Inspection inspection(
      Findings findings, Optional<Plan> plan, Depth depth, Optional<RollbackPlan> rollback) {
    Deployment deployment = findings.deployment();
    return new Inspection(
        deployment.name(),
        host.name(),
        deployment.config().directory().toString(),
        findings.project().or(() -> deployment.config().project()).orElse(""),
        findings.from(),
        findings.checkout.flatMap(state -> state.branch()),
        findings.from().map(head -> deployment.checkout().describe(head).subject()),
        findings.containers.stream().map(this::service).toList(),
        database(findings),
        restorePoints(deployment.restorePoints()),
        Stranded.in(deployment).filter(stranded -> !stranded.isSettled()).map(Stranded::operation),
        findings.checks(),
        plan,
        depth == Depth.BACKUPS ? BackupList.of(deployment, findings) : List.of(),
        depth == Depth.MEDIA ? MediaList.of(deployment) : List.of(),
        rollback);
  }

  private ServiceState service(Container container) {
    return new ServiceState(
        container.service().orElse(""),
        container.name(),
        host.engine().image(container.imageId()).map(InspectPhase::reference).orElse(""),
        container.imageId(),
        container.status(),
        container.health(),
        container.isRunning() ? Optional.of(container.startedAt()) : Optional.empty(),
        container.restarts());
  }

  /** The name that people gave the image, rather than one of our own. */
  private static String reference(Engine.Image image) {
    return image.references().stream()
        .filter(reference -> !reference.startsWith("safe-update/"))
        .findFirst()
        .orElse("");
  }

  private static Optional<DatabaseState> database(Findings findings) {
    return findings.database.map(
        live ->
            new DatabaseState(
                live.service(), live.name(), String.valueOf(live.majorVersion()), live.bytes()));
  }

  /** Newest first. A damaged one does not hide the others. */
  private static List<RestorePointSummary> restorePoints(RestorePoints points) {
    return points.ids().stream()
        .flatMap(id -> summary(points, id).stream())
        .sorted(Comparator.comparing(RestorePointSummary::createdAt).reversed())
        .toList();
  }

  private static Optional<RestorePointSummary> summary(RestorePoints points, String id) {
    try {
      return points.find(id).map(InspectPhase::summary);
    } catch (StepFailure damaged) {
      return Optional.of(damaged(id, points.writtenAt(id), damaged.getMessage()));
    }
  }

  private static RestorePointSummary damaged(String id, Instant writtenAt, String reason) {
    return new RestorePointSummary(
        id, writtenAt, "", reason, Strategy.NONE, Optional.empty(), Optional.empty(), "", false);
  }

  private static RestorePointSummary summary(RestorePoint point) {
    return new RestorePointSummary(
        point.id(),
        point.createdAt(),
        point.commit(),
        point.subject(),
        point.strategy(),
        point.backup().map(backup -> backup.name()),
        point.backup().map(backup -> backup.bytes()),
        point.operation(),
        true);
  }
}

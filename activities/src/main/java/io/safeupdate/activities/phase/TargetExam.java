package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The target's compose files make sense with today's env file, and keep their volumes. */
final class TargetExam implements Examination {

  @Override
  public String name() {
    return "target";
  }

  @Override
  public void examine(Findings findings) {
    if (!findings.isBehind() || findings.export.isEmpty() || findings.current.isEmpty()) {
      return;
    }
    Export export = findings.export.get();
    export.write(findings.to().orElseThrow(), findings.progress());
    try {
      ComposeModel target = export.model(findings.from().orElseThrow());
      findings.targetModel = Optional.of(target);
      judge(findings, findings.current.get(), target);
    } catch (StepFailure refusal) {
      throw new StepFailure(refusal.type(), atTarget(findings, refusal), refusal);
    }
  }

  private static String atTarget(Findings findings, StepFailure refusal) {
    String export = findings.export.orElseThrow().root().toString();
    String checkout = findings.deployment().checkout().root().toString();
    return "at commit "
        + Commits.abbreviated(findings.to().orElseThrow())
        + ": "
        + refusal.getMessage().replace(export, checkout);
  }

  private void judge(Findings findings, ComposeModel current, ComposeModel target) {
    if (!current.projectName().equals(target.projectName())) {
      refuse(
          findings,
          "the project would be renamed from %s to %s: its volumes would be new and empty."
              .formatted(current.projectName(), target.projectName()),
          "Fix the name: deployments.%s.project: %s"
              .formatted(findings.deployment().name(), current.projectName()));
    }
    List<String> lost = lostVolumes(findings, current, target);
    if (!lost.isEmpty()) {
      refuse(
          findings,
          "services would lose their volumes and start empty: " + String.join("; ", lost) + ".",
          "Move the data by hand first, or keep the volumes' names.");
    }
    checkDatabaseService(findings, target);
    findings.ok(name(), Amounts.count(target.services().size(), "service") + " at the target");
  }

  /** Volumes that a service has now and would not have at the target. */
  private static List<String> lostVolumes(
      Findings findings, ComposeModel current, ComposeModel target) {
    return target.services().values().stream()
        .filter(service -> current.services().containsKey(service.name()))
        .flatMap(
            service -> {
              Set<String> before = new TreeSet<>(current.services().get(service.name()).volumes());
              service.volumes().forEach(before::remove);
              return before.stream().map(volume -> service.name() + " loses " + volume);
            })
        .filter(words -> isData(findings, words))
        .toList();
  }

  /** Only the database's volumes are sure to hold data; of others a release may let go. */
  private static boolean isData(Findings findings, String words) {
    return findings
        .deployment()
        .config()
        .database()
        .filter(database -> words.startsWith(database.service() + " loses "))
        .isPresent();
  }

  private void checkDatabaseService(Findings findings, ComposeModel target) {
    findings
        .deployment()
        .config()
        .database()
        .map(database -> target.services().get(database.service()))
        .ifPresent(service -> checkMajor(findings, service));
  }

  private void checkMajor(Findings findings, ComposeService service) {
    Optional<Integer> next = PostgresMajor.of(service, findings.export.orElseThrow().root());
    findings
        .database
        .filter(live -> next.filter(major -> major != live.majorVersion()).isPresent())
        .ifPresent(
            live ->
                refuse(
                    findings,
                    "the target runs PostgreSQL %d on data of PostgreSQL %d: it would not start."
                        .formatted(next.orElseThrow(), live.majorVersion()),
                    "Upgrade the data first (dump and restore), then update."));
  }

  private void refuse(Findings findings, String message, String remedy) {
    findings.fail(FailureType.PREFLIGHT_FAILED, name(), message, remedy);
  }
}

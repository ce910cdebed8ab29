package io.safeupdate.activities.phase;

import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.process.SecretMask;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.activity.EvidenceActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;

/** Keeps what a failure looked like. It only looks: nothing here may change what it tells of. */
public final class EvidencePhase implements EvidenceActivities {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  private final Host host;
  private final Duration limit;

  public EvidencePhase(Host host) {
    this(host, USUAL_LIMIT);
  }

  /**
   * @param limit for all there is to ask together: services may be stopped meanwhile
   */
  EvidencePhase(Host host, Duration limit) {
    this.host = host;
    this.limit = limit;
  }

  @Override
  public String keep(Step step, OperationProgress known) {
    return host.heartbeats().during(progress -> keep(step, known, progress));
  }

  private String keep(Step step, OperationProgress known, Progress progress) {
    Deployment deployment = host.deployment(step.deployment());
    EvidenceFolder folder = new EvidenceFolder(deployment.record(step), name(step, known));
    if (!folder.isComplete()) {
      progress.report("keeping logs and states");
      fill(folder, deployment, step, known);
    }
    return folder.place().toString();
  }

  private void fill(
      EvidenceFolder folder, Deployment deployment, Step step, OperationProgress known) {
    try {
      folder.begin();
      write(folder, deployment, step, known);
      folder.complete();
    } finally {
      folder.discard();
    }
  }

  /** Such as {@code migrate-1}; what was left to recover knows of no failure. */
  private static String name(Step step, OperationProgress known) {
    String phase = known.failure().map(failure -> failure.phase()).orElse(step.name());
    return ImageNames.plain(phase) + "-" + step.round();
  }

  private void write(
      EvidenceFolder folder, Deployment deployment, Step step, OperationProgress known) {
    SecretMask mask = SecretMask.ofEnvFile(deployment.envFile());
    FailureStory story = new FailureStory(known, host.clock().instant());
    folder.write("summary.txt", mask.apply(story.summary()));
    folder.write("phases.txt", mask.apply(story.phases()));
    try (Gathering gathering = new Gathering(limit)) {
      Map<String, Future<String>> parts = new Witness(deployment, step).tell(gathering);
      parts.forEach((name, part) -> folder.write(name, mask.apply(gathering.text(part))));
    }
  }
}

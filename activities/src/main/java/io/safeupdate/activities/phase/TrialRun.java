package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.HealthConfig;
import io.safeupdate.config.HttpProbe;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One service of the new version on trial: started, probed through a soak, judged. */
final class TrialRun {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration SOAK = Duration.ofSeconds(2);
  private static final int LOG_LINES = 60;

  private final Host host;
  private final OneOffs oneOffs;
  private final OperationRecord record;
  private final Step step;
  private final OneOffs.Job job;
  private final TrialTarget target;

  TrialRun(Host host, Step step, OperationRecord record, OneOffs.Job job, TrialTarget target) {
    this.host = host;
    this.oneOffs = new OneOffs(host, step);
    this.record = record;
    this.step = step;
    this.job = job;
    this.target = target;
  }

  /**
   * @throws StepFailure {@code Unhealthy} when it ended, or did not answer as it should in time
   */
  void run(HealthConfig health, Progress progress) {
    String id =
        oneOffs.start(
            job, target.probes().keySet().stream().map(port -> "127.0.0.1::" + port).toList());
    Instant deadline = host.clock().instant().plus(health.timeout());
    Optional<Instant> good = Optional.empty();
    while (good.filter(since -> isSoaked(since, health)).isEmpty()) {
      Optional<String> complaint = complaint(id);
      Instant now = host.clock().instant();
      good = complaint.isPresent() ? Optional.empty() : good.or(() -> Optional.of(now));
      if (complaint.isPresent() && now.isAfter(deadline)) {
        throw failure(id, complaint.get() + " for " + health.timeout().toSeconds() + " s");
      }
      progress.report("trial of " + target.service() + ": " + complaint.orElse("answers"));
      pause();
    }
  }

  private boolean isSoaked(Instant since, HealthConfig health) {
    Duration soak = health.soak().compareTo(SOAK) < 0 ? health.soak() : SOAK;
    return !host.clock().instant().isBefore(since.plus(soak));
  }

  private Optional<String> complaint(String id) {
    Container container =
        host.engine().container(id).orElseThrow(() -> failure(id, "its container is gone"));
    if (!container.isRunning()) {
      throw failure(id, "it ended with code " + container.exitCode());
    }
    if (container.health().filter("unhealthy"::equals).isPresent()) {
      throw failure(id, "its own health check says unhealthy");
    }
    return target.probes().entrySet().stream()
        .flatMap(entry -> ask(container, entry))
        .filter(answer -> !answer.passed())
        .map(HttpProbes.Answer::words)
        .findFirst();
  }

  private java.util.stream.Stream<HttpProbes.Answer> ask(
      Container container, Map.Entry<Integer, List<HttpProbe>> probes) {
    int port =
        Optional.ofNullable(container.ports().get(probes.getKey()))
            .orElseThrow(() -> failure(container.id(), "its port is not published"));
    return probes.getValue().stream().map(probe -> host.probes().askAt(probe, port));
  }

  private StepFailure failure(String id, String reason) {
    new StepLog(record, job.purpose() + "-" + step.round()).write(host.engine(), id);
    return new StepFailure(
        FailureType.UNHEALTHY,
        "The new version's %s failed its trial: %s.%nIts last lines:%n%s"
            .formatted(
                target.service(), reason, host.engine().logs(id, LOG_LINES).stripTrailing()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted during the trial");
    }
  }
}

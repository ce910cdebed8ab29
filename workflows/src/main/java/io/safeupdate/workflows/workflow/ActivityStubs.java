package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.EvidenceActivities;
import io.safeupdate.workflows.contract.activity.FinishActivities;
import io.safeupdate.workflows.contract.activity.InspectActivities;
import io.safeupdate.workflows.contract.activity.MigrateActivities;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.PrepareActivities;
import io.safeupdate.workflows.contract.activity.PullActivities;
import io.safeupdate.workflows.contract.activity.QuiesceActivities;
import io.safeupdate.workflows.contract.activity.RebuildActivities;
import io.safeupdate.workflows.contract.activity.RecordActivities;
import io.safeupdate.workflows.contract.activity.RecoverActivities;
import io.safeupdate.workflows.contract.activity.RestartActivities;
import io.safeupdate.workflows.contract.activity.SnapshotActivities;
import io.safeupdate.workflows.contract.activity.TrialActivities;
import io.safeupdate.workflows.contract.activity.VerifyActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * The activities of an update with their limits. How often a failure is retried is decided by its
 * type, on the host; here are only the pauses between. None has a schedule-to-start limit: a host
 * that is away is waited for.
 */
final class ActivityStubs {
  /** A killed worker is noticed after this long. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /**
   * The server's name for a step that beats but does not end: it would hang again. A worker that
   * went silent is another type and is always tried again.
   */
  private static final String HANGS = "TemporalTimeout:StartToClose";

  /** The way back waits for evidence, and the application may stand still: no longer than this. */
  private static final Duration EVIDENCE = Duration.ofSeconds(30);

  private static final int EVIDENCE_ATTEMPTS = 3;
  private static final Duration MINUTES = Duration.ofMinutes(15);
  private static final Duration HOURS = Duration.ofHours(6);

  final PreflightActivities preflight;
  final PrepareActivities prepare;
  final BackupActivities backup;
  final QuiesceActivities quiesce;
  final SnapshotActivities snapshot;
  final RecordActivities record;
  final PullActivities pull;
  final MigrateActivities migrate;
  final TrialActivities trial;
  final RebuildActivities rebuild;
  final RestartActivities restart;
  final VerifyActivities verify;
  final FinishActivities finish;
  final RecoverActivities recover;

  /** The last act of a way back. */
  final RestartActivities oldVersion;

  private final String deployment;
  private final String prefix;

  private ActivityStubs(String deployment, String prefix) {
    this.deployment = deployment;
    this.prefix = prefix;
    preflight = stub(PreflightActivities.class, MINUTES, "preflight");
    prepare = stub(PrepareActivities.class, HOURS, "prepare");
    backup = stub(BackupActivities.class, HOURS, "backup");
    quiesce = stub(QuiesceActivities.class, MINUTES, "quiesce");
    snapshot = stub(SnapshotActivities.class, HOURS, "snapshot");
    record = stub(RecordActivities.class, HOURS, "record");
    pull = stub(PullActivities.class, MINUTES, "pull");
    migrate = stub(MigrateActivities.class, HOURS, "migrate");
    trial = stub(TrialActivities.class, HOURS, "trial");
    rebuild = stub(RebuildActivities.class, MINUTES, "rebuild");
    restart = stub(RestartActivities.class, HOURS, "restart");
    verify = stub(VerifyActivities.class, HOURS, "verify");
    finish = stub(FinishActivities.class, MINUTES, "finish");
    recover = stub(RecoverActivities.class, MINUTES, "recovery");
    oldVersion =
        Workflow.newActivityStub(
            RestartActivities.class, options(HOURS, "start-old of " + deployment));
  }

  /** The deeds, under the names of their phases. */
  static ActivityStubs deeds(String deployment) {
    return new ActivityStubs(deployment, "");
  }

  /** The same activities for the way back, so that people tell the one from the other. */
  static ActivityStubs undos(String deployment) {
    return new ActivityStubs(deployment, "undo-");
  }

  static InspectActivities inspection(String deployment) {
    return Workflow.newActivityStub(
        InspectActivities.class, options(HOURS, "inspection of " + deployment));
  }

  /** Keeps what a failure looked like; nobody waits long for it. */
  static EvidenceActivities evidence(String deployment) {
    ActivityOptions usual = options(EVIDENCE, "evidence of " + deployment);
    RetryOptions few =
        usual.getRetryOptions().toBuilder().setMaximumAttempts(EVIDENCE_ATTEMPTS).build();
    return Workflow.newActivityStub(
        EvidenceActivities.class, usual.toBuilder().setRetryOptions(few).build());
  }

  private <T> T stub(Class<T> type, Duration limit, String phase) {
    return Workflow.newActivityStub(type, options(limit, prefix + phase + " of " + deployment));
  }

  private static ActivityOptions options(Duration limit, String summary) {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(limit)
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setSummary(summary)
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofSeconds(30))
                .setDoNotRetry(HANGS)
                .build())
        .build();
  }
}

package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.BackupFileActivities;
import io.safeupdate.workflows.contract.activity.BeginActivities;
import io.safeupdate.workflows.contract.activity.CheckoutActivities;
import io.safeupdate.workflows.contract.activity.CopyActivities;
import io.safeupdate.workflows.contract.activity.EvidenceActivities;
import io.safeupdate.workflows.contract.activity.FinishActivities;
import io.safeupdate.workflows.contract.activity.InspectActivities;
import io.safeupdate.workflows.contract.activity.MakeBackupActivities;
import io.safeupdate.workflows.contract.activity.MediaActivities;
import io.safeupdate.workflows.contract.activity.MigrateActivities;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.PrepareActivities;
import io.safeupdate.workflows.contract.activity.PullActivities;
import io.safeupdate.workflows.contract.activity.QuiesceActivities;
import io.safeupdate.workflows.contract.activity.RebuildActivities;
import io.safeupdate.workflows.contract.activity.RecordActivities;
import io.safeupdate.workflows.contract.activity.RecoverActivities;
import io.safeupdate.workflows.contract.activity.RestartActivities;
import io.safeupdate.workflows.contract.activity.RestoreActivities;
import io.safeupdate.workflows.contract.activity.RollbackActivities;
import io.safeupdate.workflows.contract.activity.SnapshotActivities;
import io.safeupdate.workflows.contract.activity.TrialActivities;
import io.safeupdate.workflows.contract.activity.VerifyActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * The activities of operations with their limits. How often a failure is retried is decided by its
 * type, on the host; here are only the pauses between. None has a schedule-to-start limit: a host
 * that is away is waited for.
 */
final class ActivityStubs {
  /** A killed worker is noticed after this long, or sooner where steps are short. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private static final int BEATS_PER_STEP = 6;

  /**
   * The server's name for a step that beats but does not end: it would hang again. A worker that
   * went silent is another type and is always tried again.
   */
  private static final String HANGS = "TemporalTimeout:StartToClose";

  /** The way back waits for evidence, and the application may stand still: no longer than this. */
  private static final Duration EVIDENCE = Duration.ofSeconds(30);

  private static final int EVIDENCE_ATTEMPTS = 3;

  /** Enough for a step that only looks, or says a word to the engine. */
  private static final Duration SHORT = Duration.ofMinutes(15);

  private static final Duration FIRST = Duration.ofMinutes(1);

  final BeginActivities begin;
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
  final MakeBackupActivities makeBackup;
  final RestoreActivities restore;
  final CopyActivities copy;
  final BackupFileActivities backupFiles;
  final RollbackActivities rollback;
  final CheckoutActivities checkout;
  final MediaActivities media;

  /** The last act of a way back. */
  final RestartActivities oldVersion;

  private final String deployment;
  private final String prefix;

  private ActivityStubs(String deployment, String prefix, Duration longest) {
    this.deployment = deployment;
    this.prefix = prefix;
    Duration brief = shorter(longest, SHORT);
    begin = stub(BeginActivities.class, brief, "preflight");
    preflight = stub(PreflightActivities.class, brief, "preflight");
    prepare = stub(PrepareActivities.class, longest, "prepare");
    backup = stub(BackupActivities.class, longest, "backup");
    quiesce = stub(QuiesceActivities.class, brief, "quiesce");
    snapshot = stub(SnapshotActivities.class, longest, "snapshot");
    record = stub(RecordActivities.class, longest, "record");
    pull = stub(PullActivities.class, brief, "pull");
    migrate = stub(MigrateActivities.class, longest, "migrate");
    trial = stub(TrialActivities.class, longest, "trial");
    rebuild = stub(RebuildActivities.class, brief, "rebuild");
    restart = stub(RestartActivities.class, longest, "restart");
    verify = stub(VerifyActivities.class, longest, "verify");
    finish = stub(FinishActivities.class, brief, "finish");
    recover = stub(RecoverActivities.class, brief, "recovery");
    makeBackup = stub(MakeBackupActivities.class, longest, "backup");
    restore = stub(RestoreActivities.class, longest, "restore");
    copy = stub(CopyActivities.class, longest, "copy");
    backupFiles = stub(BackupFileActivities.class, longest, "backup files");
    rollback = stub(RollbackActivities.class, longest, "rollback");
    checkout = stub(CheckoutActivities.class, brief, "checkout");
    media = stub(MediaActivities.class, longest, "media");
    oldVersion =
        Workflow.newActivityStub(
            RestartActivities.class, options(longest, "start-old of " + deployment));
  }

  /**
   * The deeds, under the names of their phases.
   *
   * @param longest how long one may take
   */
  static ActivityStubs deeds(String deployment, Duration longest) {
    return new ActivityStubs(deployment, "", longest);
  }

  /** The same activities for the way back, so that people tell the one from the other. */
  static ActivityStubs undos(String deployment, Duration longest) {
    return new ActivityStubs(deployment, "undo-", longest);
  }

  /** For the first step, which says how long the others may take; it reads a file. */
  static PreflightActivities policy(String deployment) {
    return Workflow.newActivityStub(
        PreflightActivities.class, options(FIRST, "policy of " + deployment));
  }

  static InspectActivities inspection(String deployment) {
    return Workflow.newActivityStub(
        InspectActivities.class, options(Policy.STEP_TIMEOUT, "inspection of " + deployment));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
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
        .setHeartbeatTimeout(shorter(HEARTBEAT, limit.dividedBy(BEATS_PER_STEP)))
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

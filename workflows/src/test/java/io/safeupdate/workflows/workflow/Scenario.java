package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import io.safeupdate.workflows.contract.RestoreRequest;
import io.safeupdate.workflows.contract.RollbackRequest;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Updates whose histories are kept, so that no later version of the code refuses to go on. */
enum Scenario {
  UPDATED_WITH_SNAPSHOT(Bench::start),
  UPDATED_WITH_SWAP(
      bench -> {
        bench.host.answers("Prepare", Answers.prepared(Strategy.SWAP));
        return bench.start();
      }),
  UPDATED_WITHOUT_MIGRATION(
      bench -> {
        bench.host.answers("Prepare", Answers.prepared(Strategy.NONE));
        return bench.start();
      }),
  ALREADY_CURRENT(
      bench -> {
        bench.host.answers("Preflight", Answers.preflight(Answers.OLD));
        return bench.start();
      }),
  REJECTED(
      bench -> {
        bench.host.fails("Prepare", FailureType.BUILD_FAILED);
        return bench.start();
      }),
  ROLLED_BACK(
      bench -> {
        bench.host.fails("Verify", FailureType.UNHEALTHY);
        bench.host.fails("DropSnapshot", FailureType.DATABASE_FAILED, 1);
        return bench.start();
      }),
  ROLLED_BACK_WITH_EVIDENCE(
      bench -> {
        bench.host.fails("Verify", FailureType.UNHEALTHY);
        return bench.start();
      }),
  CANCELLED(
      bench -> {
        Gate gate = bench.host.holds("Migrate");
        Operation operation = bench.start();
        gate.awaitEntered();
        operation.cancel();
        return operation;
      }),
  HELD_AND_RETRIED(
      bench -> {
        bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
        bench.host.fails("Migrate", FailureType.MIGRATION_FAILED, 1);
        Operation operation = bench.start();
        operation.awaitQuestion();
        operation.decide(Choice.RETRY);
        return operation;
      }),
  HELD_IN_VAIN(
      bench -> {
        bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
        bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);
        return bench.start();
      }),
  ABANDONED(
      bench -> {
        bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);
        bench.host.fails("RestoreDatabaseBefore", FailureType.DATABASE_FAILED);
        Operation operation = bench.start();
        operation.awaitQuestion();
        operation.decide(Choice.ABANDON);
        return operation;
      }),
  RECOVERED(
      bench -> {
        bench.host.answers("FindUnfinished", Optional.of(Answers.unfinished(Phase.RESTART, false)));
        bench.host.fails("PullBack", FailureType.CHECKOUT_UNUSABLE, 1);
        return bench.recover();
      }),
  BACKED_UP(bench -> bench.start(new BackupRequest(Bench.DEPLOYMENT, Optional.of(true)))),
  RESTORED(bench -> bench.start(new RestoreRequest(Bench.DEPLOYMENT, "a.sql.gz"))),
  RESTORE_ROLLED_BACK(
      bench -> {
        bench.host.fails("VerifyHealth", FailureType.UNHEALTHY);
        return bench.start(new RestoreRequest(Bench.DEPLOYMENT, "a.sql.gz"));
      }),
  RESTORE_RECOVERED(
      bench -> {
        List<Phase> began = List.of(Phase.PREFLIGHT, Phase.RESTORE, Phase.QUIESCE, Phase.SWAP);
        bench.host.answers("FindUnfinished", Optional.of(Answers.unfinished(began)));
        return bench.recover();
      }),
  EXPORTED(
      bench -> bench.start(new ExportRequest(Bench.DEPLOYMENT, Optional.empty(), "/srv/backups"))),
  IMPORT_REFUSED(
      bench -> {
        bench.host.fails("ImportBackup", FailureType.BACKUP_INVALID);
        return bench.start(new ImportRequest(Bench.DEPLOYMENT, "/srv/backups/a.sql.gz"));
      }),
  KEPT(bench -> bench.start(new KeepRequest(Bench.DEPLOYMENT, "a.sql.gz", Optional.empty()))),
  ROLLED_TO_A_RESTORE_POINT(
      bench -> bench.start(RollbackRequest.of(Bench.DEPLOYMENT, Optional.of("20261122-0")))),
  ROLLBACK_OF_THE_DATABASE_ONLY(
      bench -> {
        bench.host.answers("BeginRollback", Answers.rollback(false, true));
        return bench.start(RollbackRequest.of(Bench.DEPLOYMENT, Optional.empty()));
      }),
  ROLLBACK_TAKEN_BACK(
      bench -> {
        bench.host.fails("Verify", FailureType.UNHEALTHY);
        return bench.start(RollbackRequest.of(Bench.DEPLOYMENT, Optional.empty()));
      }),
  MEDIA_ARCHIVED(bench -> bench.start(new BackupMediaRequest(Bench.DEPLOYMENT))),
  MEDIA_RESTORED(
      bench -> bench.start(new RestoreMediaRequest(Bench.DEPLOYMENT, "20261122T100000Z-abc"))),
  COPIED(bench -> bench.start(new CopyRequest("live", Bench.DEPLOYMENT, Optional.empty()))),
  COPY_ROLLED_BACK(
      bench -> {
        bench.host.fails("MigrateCopy", FailureType.MIGRATION_FAILED);
        return bench.start(new CopyRequest("live", Bench.DEPLOYMENT, Optional.of("a.sql.gz")));
      }),
  DELEGATED(bench -> bench.start("typed-by-hand", UpdateRequest.of(Bench.DEPLOYMENT)));

  @SuppressWarnings("ImmutableEnumChecker") // the scripts are lambdas that hold nothing
  private final Function<Bench, Operation> script;

  Scenario(Function<Bench, Operation> script) {
    this.script = script;
  }

  /** Plays it to its end. */
  Operation play(Bench bench) {
    Operation operation = script.apply(bench);
    operation.ending();
    return operation;
  }

  /** The resource that keeps its history. */
  String resource() {
    return "history/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
  }
}

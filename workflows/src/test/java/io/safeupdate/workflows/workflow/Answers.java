package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Begun;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.Preflight;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.RollbackBegun;
import io.safeupdate.workflows.contract.activity.Unfinished;
import io.safeupdate.workflows.contract.activity.Verified;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a host answers when all goes well. */
final class Answers {
  static final String OLD = "1111111111111111111111111111111111111111";
  static final String NEW = "2222222222222222222222222222222222222222";
  static final String FOLDER = "/var/lib/safe-update/operations/1/failures/migrate-1";
  static final Duration HOLD = Duration.ofMinutes(30);

  private static final List<String> ONE_LINERS =
      List.of(
          "Backup",
          "Quiesce",
          "Snapshot",
          "Pull",
          "Migrate",
          "Trial",
          "Rebuild",
          "Restart",
          "Finish",
          "DropPrepared",
          "Resume",
          "DropSnapshot",
          "PullBack",
          "RestoreDatabaseBefore",
          "RemoveTrial",
          "TagBack",
          "RemoveNewContainers",
          "DropRestored",
          "SwapBack",
          "RemoveTransferred",
          "AfterCopy",
          "MigrateCopy",
          "DropExport",
          "DropImport",
          "DropUnpacked",
          "ExchangeBack",
          "CheckOut",
          "CheckOutBack");

  private static final List<String> MAKERS =
      List.of(
          "MakeBackup",
          "TrialRestore",
          "RestoreBeside",
          "RestoreRecorded",
          "SwapIn",
          "Transfer",
          "RestoreCopy",
          "ExportBackups",
          "ImportBackup",
          "KeepBackup",
          "ArchiveMedia",
          "UnpackMedia",
          "ExchangeMedia");

  private Answers() {}

  static Map<String, Deed> all() {
    Map<String, Deed> deeds = new HashMap<>();
    ONE_LINERS.forEach(name -> deeds.put(name, Deed.answers(name + " went well")));
    MAKERS.forEach(name -> deeds.put(name, Deed.answers(made(name))));
    deeds.put(
        "Begin", Deed.answers(new Begun(OLD, "at 1111111", List.of("the disk is 80 % full"))));
    deeds.put("BeginCopy", Deed.answers(new Begun(OLD, "at 1111111", List.of())));
    deeds.put("BeginRollback", Deed.answers(rollback(true, true)));
    deeds.put("PrepareRollback", Deed.answers(prepared(Strategy.SNAPSHOT, Migration.NONE)));
    deeds.put("CountReplaced", Deed.answers(Optional.empty()));
    deeds.put("VerifyHealth", Deed.answers(new Verified("as healthy as before", 1.5)));
    deeds.put("LoadPolicy", Deed.answers(policy(OnFailure.ROLLBACK)));
    deeds.put("Preflight", Deed.answers(preflight(NEW)));
    deeds.put("Prepare", Deed.answers(prepared(Strategy.SNAPSHOT)));
    deeds.put("Record", Deed.answers("20261122-1"));
    deeds.put("Verify", Deed.answers(new Verified("healthy", 4.5)));
    deeds.put("StartOldVersion", Deed.answers(new Verified("the old version is healthy", 7.5)));
    deeds.put("FindUnfinished", Deed.answers(Optional.empty()));
    deeds.put("KeepEvidence", Deed.answers(FOLDER));
    deeds.put("Close", call -> null);
    return deeds;
  }

  static Unfinished unfinished(Phase reached, boolean stands) {
    return new Unfinished(
        "deployment/elsewhere/production",
        "01999999-0000-7000-8000-000000000001",
        Optional.of(reached),
        stands,
        Optional.of(OLD),
        Optional.of(NEW),
        Optional.of("20261122-1"),
        Optional.of(Strategy.SNAPSHOT),
        Optional.empty());
  }

  /** What another operation than an update left. */
  static Unfinished unfinished(List<Phase> began) {
    return new Unfinished(
        "deployment/elsewhere/production",
        "01999999-0000-7000-8000-000000000001",
        Optional.of(began.get(began.size() - 1)),
        false,
        Optional.of(OLD),
        Optional.of(OLD),
        Optional.empty(),
        Optional.empty(),
        Optional.of(began));
  }

  static RollbackBegun rollback(boolean code, boolean database) {
    return new RollbackBegun(
        NEW, OLD, "20261122-0", code, database, true, "to 20261122-0", List.of());
  }

  static Made made(String activity) {
    return new Made(Optional.of("made by " + activity), activity + " went well", List.of());
  }

  static Policy policy(OnFailure onFailure) {
    return new Policy(
        onFailure, HOLD, Duration.ofMinutes(3), Duration.ofSeconds(10), Optional.empty());
  }

  static Preflight preflight(String target) {
    return new Preflight(OLD, target, "3 commits behind", List.of("the disk is 80 % full"));
  }

  static Prepared prepared(Strategy strategy) {
    return prepared(strategy, strategy == Strategy.NONE ? Migration.NONE : Migration.COMMAND);
  }

  static Prepared prepared(Strategy strategy, Migration migration) {
    return new Prepared(
        strategy,
        migration,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "images are built",
        List.of());
  }
}

package io.safeupdate.workflows.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * The phases of an update with a snapshot and a migration, each with the activity that undoes it.
 */
enum WayBack {
  PREFLIGHT("Preflight"),
  PREPARE("Prepare", "DropPrepared"),
  BACKUP("Backup", "StartOldVersion"),
  QUIESCE("Quiesce", "Resume"),
  SNAPSHOT("Snapshot", "DropSnapshot"),
  RECORD("Record"),
  PULL("Pull", "PullBack"),
  MIGRATE("Migrate", "RestoreDatabaseBefore"),
  TRIAL("Trial", "RemoveTrial"),
  REBUILD("Rebuild", "TagBack"),
  RESTART("Restart", "RemoveNewContainers"),
  VERIFY("Verify");

  final String activity;
  private final List<String> ownUndos;

  WayBack(String activity, String... ownUndos) {
    this.activity = activity;
    this.ownUndos = List.of(ownUndos);
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What undoes this phase and all before it, last in first out, and then the end. */
  List<String> undosAndClose() {
    List<String> calls = new ArrayList<>();
    for (int i = ordinal(); i >= 0; i--) {
      calls.addAll(values()[i].ownUndos);
    }
    calls.add("Close");
    return calls;
  }
}

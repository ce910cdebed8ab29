package io.safeupdate.workflows.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The phases of an update with a snapshot and a migration, each with what undoes it. */
enum WayBack {
  PREFLIGHT("Preflight", ""),
  PREPARE("Prepare", "DropPrepared"),
  BACKUP("Backup", "StartOldVersion"),
  QUIESCE("Quiesce", "Resume"),
  SNAPSHOT("Snapshot", "DropSnapshot"),
  RECORD("Record", ""),
  PULL("Pull", "PullBack"),
  MIGRATE("Migrate", "RestoreDatabaseBefore"),
  TRIAL("Trial", "RemoveTrial"),
  REBUILD("Rebuild", "TagBack"),
  RESTART("Restart", "RemoveNewContainers"),
  VERIFY("Verify", "");

  final String activity;
  private final String undo;

  WayBack(String activity, String undo) {
    this.activity = activity;
    this.undo = undo;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What undoes this phase and all before it, last in first out, and then the end. */
  List<String> undosAndClose() {
    Deque<String> calls = new ArrayDeque<>(List.of("Close"));
    EnumSet.range(PREFLIGHT, this).stream()
        .map(phase -> phase.undo)
        .filter(name -> !name.isEmpty())
        .forEach(calls::addFirst);
    return List.copyOf(calls);
  }
}

package io.safeupdate.e2e;

/** What befalls a step: a column of the fault matrix. */
enum Mishap {
  ERROR("error"),
  KILLED_BEFORE("killed before the effect"),
  KILLED_AFTER("killed after the effect"),
  ENGINE("engine restarted"),
  TEMPORAL("Temporal killed"),
  REBOOT("host rebooted"),
  FULL("disk full"),
  CANCEL("cancel"),
  HANG("hangs");

  private final String label;

  Mishap(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean restartsTheEngine() {
    return this == ENGINE || this == REBOOT;
  }

  /** Whether the step itself fails by it. */
  boolean failsTheStep() {
    return this == ERROR || this == HANG;
  }
}

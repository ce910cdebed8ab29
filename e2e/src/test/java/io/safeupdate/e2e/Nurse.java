package io.safeupdate.e2e;

import java.time.Duration;

/** Somebody who starts again what faults kill, and says {@code retry} where they make it ask. */
final class Nurse {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Stage stage;
  private final String asking;
  private final long kills;
  private final long asks;

  /**
   * Looks at what is armed, so before the update starts.
   *
   * @param asking how the name of a fault ends after which a person is asked
   */
  Nurse(Stage stage, String asking) {
    this.stage = stage;
    this.asking = asking;
    this.kills = stage.faults.armed().unmet().stream().filter(it -> it.contains(".halt")).count();
    this.asks = stage.faults.armed().unmet().stream().filter(it -> it.endsWith(asking)).count();
  }

  /** Brings an update to its end, through all that is armed. */
  Host.Answer attend(Underway update) {
    long decided = 0;
    for (long left = kills + asks; left > 0; left--) {
      long before = decided;
      Eventually.holds(LIMIT, () -> !stage.host.isUp() || asked() > before);
      if (!stage.host.isUp()) {
        stage.host.up();
      } else {
        decide(update);
        decided++;
      }
    }
    return update.ending();
  }

  private long asked() {
    return stage.faults.armed().met().stream().filter(fault -> fault.endsWith(asking)).count();
  }

  private void decide(Underway update) {
    Eventually.holds(
        LIMIT,
        () -> stage.host.run("decide", update.operation(), "retry", "--detach").exitCode() == 0);
  }
}

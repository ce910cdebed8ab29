package io.safeupdate.e2e;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** What an update of the soak goes through. */
enum Ordeal {
  GOOD(6, Breakage.NONE, "UPDATED"),
  BROKEN_BUILD(1, Breakage.BUILD, "REJECTED"),
  BROKEN_MIGRATION(2, Breakage.MIGRATION, "ROLLED_BACK"),
  BROKEN_START(2, Breakage.START, "ROLLED_BACK"),
  BROKEN_HEALTH(2, Breakage.HEALTH, "ROLLED_BACK"),
  WITHOUT_TRIAL(2, Breakage.HEALTH, "ROLLED_BACK"),
  CANCELLED(3, Breakage.NONE, "CANCELLED", "UPDATED"),
  KILLED(1, Breakage.NONE, "UPDATED"),
  SERVER_KILLED(1, Breakage.NONE, "UPDATED"),
  HELD(1, Breakage.MIGRATION, "ROLLED_BACK");

  /** By then an update of the demo has ended. */
  private static final int LONGEST_MILLIS = 25_000;

  private final int weight;
  private final Breakage breakage;
  private final String outcomes;

  Ordeal(int weight, Breakage breakage, String... outcomes) {
    this.weight = weight;
    this.breakage = breakage;
    this.outcomes = String.join(" ", outcomes);
  }

  static Ordeal any(Random random) {
    int all = 0;
    for (Ordeal ordeal : values()) {
      all += ordeal.weight;
    }
    int drawn = random.nextInt(all);
    for (Ordeal ordeal : values()) {
      drawn -= ordeal.weight;
      if (drawn < 0) {
        return ordeal;
      }
    }
    throw new AssertionError("weights do not add up");
  }

  Breakage breakage() {
    return breakage;
  }

  Set<String> rightOutcomes() {
    return Set.of(outcomes.split(" "));
  }

  Host.Answer undergo(Stage stage, Random random) {
    return switch (this) {
      case WITHOUT_TRIAL -> stage.host.update("production", "--no-trial");
      case CANCELLED -> cancelled(stage, random);
      case KILLED -> killed(stage, random);
      case SERVER_KILLED -> serverKilled(stage, random);
      case HELD -> held(stage);
      default -> stage.host.update("production");
    };
  }

  private static Host.Answer cancelled(Stage stage, Random random) {
    Underway update = Underway.started(stage.host, "production");
    pause(random);
    stage.host.run("cancel", update.operation(), "--detach");
    return update.ending();
  }

  private static Host.Answer killed(Stage stage, Random random) {
    Underway update = Underway.started(stage.host, "production");
    pause(random);
    stage.host.kill();
    stage.host.up();
    return update.ending();
  }

  private static Host.Answer serverKilled(Stage stage, Random random) {
    Underway update = Underway.started(stage.host, "production");
    pause(random);
    stage.host.killTemporal();
    return update.ending();
  }

  private static Host.Answer held(Stage stage) {
    Host.Answer answer = stage.host.update("production", "--on-failure", "hold");
    return Host.answer(stage.host.run("decide", answer.text("/operation"), "rollback", "--json"));
  }

  private static void pause(Random random) {
    try {
      Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

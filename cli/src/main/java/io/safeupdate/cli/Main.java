package io.safeupdate.cli;

import io.safeupdate.cli.command.SafeUpdateCli;
import io.safeupdate.cli.command.Workshop;
import io.safeupdate.cli.session.TemporalSessions;
import io.safeupdate.cli.stack.ConsoleService;
import io.safeupdate.cli.stack.Parts;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.worker.HostActivities;
import java.util.List;

/** The {@code safe-update} command. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    Interrupts.install(Thread.currentThread());
    System.exit(run(Surroundings.ofProcess(), words));
  }

  /**
   * Runs one command to its end.
   *
   * @return the exit code, as docs/operations.md lists them
   */
  public static int run(Surroundings surroundings, String... words) {
    return new SafeUpdateCli(workshop(surroundings)).run(words);
  }

  static Workshop workshop(Surroundings surroundings) {
    ConfigLoader loader = new ConfigLoader(surroundings.environment(), surroundings.home());
    Parts parts =
        new Parts(
            config -> HostActivities.of(config, loader, surroundings.environment()),
            List.of(ConsoleService::start));
    return new Workshop(
        surroundings, new TemporalSessions(parts.activities(), surroundings.user()), parts);
  }
}

package io.safeupdate.cli;

import io.safeupdate.cli.command.SafeUpdateCli;
import io.safeupdate.cli.command.Workshop;
import io.safeupdate.cli.session.TemporalSessions;
import io.safeupdate.cli.stack.Parts;
import io.safeupdate.cli.terminal.Surroundings;
import java.util.List;

/** The {@code safe-update} command. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    Interrupts.install(Thread.currentThread());
    Parts parts = new Parts(config -> List.of(), List.of());
    Workshop workshop =
        new Workshop(Surroundings.ofProcess(), new TemporalSessions(parts.activities()), parts);
    System.exit(new SafeUpdateCli(workshop).run(words));
  }
}

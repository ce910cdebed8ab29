package io.safeupdate.cli.command;

import io.safeupdate.cli.demo.Demo;
import io.safeupdate.cli.output.Answer;
import picocli.CommandLine.Command;

/** Shows what it is all about. */
@Command(
    name = "demo",
    header = "Set a sample application up, update it, and show a failing update roll back.",
    description = {
      "",
      "Runs a small guest book of Django and PostgreSQL in containers of its own, with a visitor who"
          + " signs it all the time. Publishes a good release with a migration, then one whose"
          + " migration deletes all rows and fails. Touches nothing that is not its own and cleans"
          + " up; with a terminal it stays until Ctrl-C.",
      ""
    },
    footer = {"", "Examples:", "  safe-update demo", "  safe-update demo --json < /dev/null"})
final class DemoCommand extends Act {
  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    return new Demo(tools.surroundings(), tools.sessions(), tools.output(), tools::watch).run();
  }
}

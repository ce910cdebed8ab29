package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.stack.Running;
import picocli.CommandLine.Command;

/** Runs everything. */
@Command(
    name = "up",
    header = "Run updates here: Temporal, its Web UI and a worker, in the foreground.",
    description = {
      "",
      "Prints where things are, then `ready`. Ctrl-C stops within seconds; an open update is"
          + " durable and goes on at the next `up`. With `temporal.address` set to a server's"
          + " address, that server is used instead of an own one.",
      ""
    },
    footer = {"", "Examples:", "  safe-update up", "  safe-update up --json 2>> up.log"})
final class UpCommand extends Act {
  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    return new Running(tools.parts(), tools.surroundings(), tools.output(), tools.commands())
        .up(tools.config());
  }
}

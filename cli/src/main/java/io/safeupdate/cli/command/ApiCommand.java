package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.stack.Running;
import io.safeupdate.config.SafeUpdateConfig;
import picocli.CommandLine.Command;

/** Runs the API alone. */
@Command(
    name = "api",
    header = "Run the API and the console of this host alone, beside a worker elsewhere.",
    description = {
      "",
      "Needs `temporal.address: host:port` in the configuration; TLS and API keys come from the"
          + " standard Temporal client environment (TEMPORAL_TLS_*, TEMPORAL_API_KEY).",
      ""
    },
    footer = {"", "Examples:", "  safe-update api --config /etc/safe-update.yml"})
final class ApiCommand extends Act {
  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    if (config.temporal().isEmbedded()) {
      throw Refusal.usage(
          "an API alone needs a Temporal server, and temporal.address is `embedded`",
          "run " + tools.commands().run("up") + ", or set temporal.address to host:port");
    }
    return new Running(tools.parts(), tools.surroundings(), tools.output(), tools.commands())
        .api(config);
  }
}

package io.safeupdate.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may use the API and the console. */
@Command(
    name = "token",
    header = "Say who may use the API and the console, and what they may do there.",
    description = {
      "",
      "Without any token, everybody on this machine may do everything there, and nobody else"
          + " reaches it. From the first token on, everybody shows one. A running `up` notices at"
          + " once.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update token add ada --role admin",
      "  safe-update token add ci --role operator --deployment staging --expires P90D",
      "  safe-update token list",
      "  safe-update token revoke ci"
    },
    subcommands = {TokenAddCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // picocli itself asks whether it was given.
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list or revoke.");
  }
}

package io.safeupdate.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with the files that users uploaded. */
@Command(
    name = "media",
    header = "Archive the files that users uploaded, list the archives, put one back.",
    description = {
      "",
      "The configuration says where the files are: media: {service, path}. Archives lie in the"
          + " state directory of the host.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update media backup production",
      "  safe-update media list production",
      "  safe-update media restore production 20261122T100000Z-4f1c9a7be012"
    },
    subcommands = {MediaBackupCommand.class, MediaListCommand.class, MediaRestoreCommand.class})
final class MediaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // picocli itself asks whether it was given.
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: backup, list or restore.");
  }
}

package io.safeupdate.cli.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: what all commands have in common. */
@Command(
    name = "safe-update",
    header = "Brings a Docker Compose application to a newer commit, or back, with its data.",
    description = {
      "",
      "Every update ends in one of three states, whatever fails on the way: the new version,"
          + " healthy; the old version, healthy, with its data; or waiting for a person, nothing"
          + " destroyed.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  safe-update init /srv/app      writes safe-update.yml for an existing checkout",
      "  safe-update up                 runs updates; leave it in a terminal or a service",
      "  safe-update plan production    what an update would do",
      "  safe-update update production  does it, and comes back when it fails",
      "",
      "Exit codes: 0 done, 10 rolled back, 11 cancelled, 20 needs attention, 30 rejected,",
      "40 busy, 2 usage or configuration, 1 anything else."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    sortOptions = false,
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      WorkerCommand.class,
      ApiCommand.class,
      InitCommand.class,
      DoctorCommand.class,
      PlanCommand.class,
      UpdateCommand.class,
      BackupCommand.class,
      BackupsCommand.class,
      RestoreCommand.class,
      CopyDatabaseCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      KeepCommand.class,
      RollbackCommand.class,
      MediaCommand.class,
      StatusCommand.class,
      RestorePointsCommand.class,
      HistoryCommand.class,
      ShowCommand.class,
      CancelCommand.class,
      DecideCommand.class,
      RetryCommand.class,
      RecoverCommand.class,
      TokenCommand.class,
      CompletionCommand.class
    })
final class SafeUpdateCommand implements Runnable {
  private final Workshop workshop;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "The configuration. Default: safe-update.yml here, then in ~/.config/safe-update.")
  private String configFile;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document on stdout, all else on stderr.")
  private boolean json;

  SafeUpdateCommand(Workshop workshop) {
    this.workshop = workshop;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }

  Toolbox toolbox() {
    return new Toolbox(workshop, Optional.ofNullable(configFile), json);
  }
}

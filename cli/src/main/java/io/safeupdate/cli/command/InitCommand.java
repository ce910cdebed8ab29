package io.safeupdate.cli.command;

import io.safeupdate.cli.init.Initialisation;
import io.safeupdate.cli.init.Target;
import io.safeupdate.cli.init.Wishes;
import io.safeupdate.cli.output.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a configuration. */
@Command(
    name = "init",
    header = "Write a configuration for an existing checkout, from how it really runs.",
    description = {
      "",
      "Asks the running containers how Compose was called, then git, the compose files and the"
          + " published ports; says what it found and why. Start the application first: what"
          + " runs tells most. Starts and changes nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update init /srv/connect-access",
      "  safe-update init . --compose-file production.yml --env-file .env_production",
      "  safe-update init /srv/app-staging --name staging --add   beside those that are there"
    })
final class InitCommand extends Act {
  @Parameters(paramLabel = "DIR", description = "The application's git checkout.")
  private String directory;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "What is written. Default: --config, else ./safe-update.yml.")
  private String file;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The deployment's name. Default: what its files are named after.")
  private String name;

  @Option(
      names = "--compose-file",
      paramLabel = "FILE",
      description = "A compose file; may be repeated. Default: those its containers came from.")
  private List<String> composeFiles = List.of();

  @Option(names = "--env-file", paramLabel = "FILE", description = "As for docker compose.")
  private String envFile;

  @Option(names = "--project", paramLabel = "NAME", description = "The Compose project.")
  private String project;

  @Option(names = "--profile", paramLabel = "NAME", description = "A profile; may be repeated.")
  private List<String> profiles = List.of();

  @Option(names = "--add", description = "Add the deployment to a file that is there.")
  private boolean add;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Override
  Answer answer(Toolbox tools) {
    Path checkout = tools.path(directory);
    Wishes wishes =
        new Wishes(
            Optional.ofNullable(name),
            composeFiles.stream().map(it -> within(checkout, tools, it)).toList(),
            Optional.ofNullable(envFile).map(it -> within(checkout, tools, it)),
            Optional.ofNullable(project),
            profiles);
    Optional<Path> wanted = Optional.ofNullable(file).map(tools::path).or(tools::givenConfigFile);
    Target target = new Target(wanted, add, force);
    return new Initialisation(tools.surroundings(), tools.locator(), tools.loader())
        .run(checkout, wishes, target);
  }

  /** Compose files are named as one would inside the checkout, or from here. */
  private static Path within(Path checkout, Toolbox tools, String typed) {
    Path inside = checkout.resolve(typed).normalize();
    return inside.toFile().exists() ? inside : tools.path(typed);
  }
}

package io.safeupdate.cli;

import io.safeupdate.cli.command.SafeUpdateCli;
import io.safeupdate.cli.command.Workshop;
import io.safeupdate.cli.monitoring.Metrics;
import io.safeupdate.cli.stack.ConsoleService;
import io.safeupdate.cli.stack.Stack;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.worker.temporal.EmbeddedTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starts what {@code up} starts and runs the commonest commands, all in this process and on an
 * application that is not there. The build runs it once, to learn which classes a start loads, and
 * archives them (see {@code cli/pom.xml}): later starts need not load and verify them again.
 */
final class Warmup {
  private static final String DEPLOYMENT = "warmup";

  private Warmup() {}

  /**
   * Runs it once and ends the process.
   *
   * @param words the directory for what it leaves behind, which is made
   */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(words[0]).toAbsolutePath());
    Workshop workshop = Main.workshop(Surroundings.ofProcess());
    try (EmbeddedTemporal temporal = EmbeddedTemporal.inMemory(directory, "default")) {
      Path config = writeConfig(directory, temporal.address());
      try (Metrics metrics = new Metrics();
          Stack stack = stack(workshop, config, metrics);
          ConsoleService console = ConsoleService.start(stack.backend())) {
        console.url().toURL().openStream().close();
        run(new SafeUpdateCli(workshop), config);
      }
    }
    System.exit(0);
  }

  private static void run(SafeUpdateCli cli, Path config) {
    String file = "--config=" + config;
    cli.run("update", DEPLOYMENT, file);
    cli.run("plan", DEPLOYMENT, file);
    cli.run("status", file);
    cli.run("history", file, "--json");
  }

  private static Stack stack(Workshop workshop, Path config, Metrics metrics)
      throws InterruptedException {
    Surroundings surroundings = workshop.surroundings();
    ConfigLoader loader = new ConfigLoader(surroundings.environment(), surroundings.home());
    return Stack.start(
        loader.load(config),
        workshop.parts().activities(),
        Optional.of(metrics.registry()),
        System.out::println);
  }

  /** The checkout is not there: git's library is signed, and such classes cannot be archived. */
  private static Path writeConfig(Path directory, String temporal) throws IOException {
    Path checkout = directory.resolve("absent");
    return Files.writeString(
        directory.resolve("safe-update.yml"),
        """
        stateDirectory: %s
        temporal: {address: "%s"}
        deployments:
          %s:
            directory: %s
            composeFiles: [compose.yml]
            branch: main
            database: {service: postgres}
            migrate: {service: web, command: [migrate], plan: [migrate, --plan]}
            health: {http: [{url: "http://127.0.0.1:1/"}]}
        """
            .formatted(directory.resolve("state"), temporal, DEPLOYMENT, checkout));
  }
}

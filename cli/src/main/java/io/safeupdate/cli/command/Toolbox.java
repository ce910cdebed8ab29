package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Logging;
import io.safeupdate.cli.output.Output;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.session.Sessions;
import io.safeupdate.cli.session.Watch;
import io.safeupdate.cli.stack.Parts;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.ConfigLocator;
import io.safeupdate.config.SafeUpdateConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a command works with, each thing made when it is first needed. */
final class Toolbox {
  private final Surroundings surroundings;
  private final Sessions sessions;
  private final Parts parts;
  private final Optional<String> configFile;
  private final Output output;

  Toolbox(Workshop workshop, Optional<String> configFile, boolean json) {
    this.surroundings = workshop.surroundings();
    this.sessions = workshop.sessions();
    this.parts = workshop.parts();
    this.configFile = configFile;
    this.output = new Output(surroundings, json);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Output output() {
    return output;
  }

  Commands commands() {
    return new Commands(configFile);
  }

  Optional<Path> givenConfigFile() {
    return configFile.map(this::path);
  }

  ConfigLocator locator() {
    return new ConfigLocator(surroundings.directory(), surroundings.home());
  }

  ConfigLoader loader() {
    return new ConfigLoader(surroundings.environment(), surroundings.home());
  }

  /**
   * The configuration.
   *
   * @throws io.safeupdate.config.ConfigException when there is none or it is wrong
   */
  SafeUpdateConfig config() {
    return loader().load(locator().locate(givenConfigFile()));
  }

  /** A path as it was typed, absolute. */
  Path path(String typed) {
    return surroundings.directory().resolve(typed).normalize();
  }

  /** Names of the given deployment, or of all. */
  List<String> deployments(SafeUpdateConfig config, Optional<String> given) {
    return given
        .map(name -> List.of(config.requireDeployment(name).name()))
        .orElseGet(() -> List.copyOf(config.deployments().keySet()));
  }

  Sessions sessions() {
    return sessions;
  }

  Parts parts() {
    return parts;
  }

  boolean areShared(SafeUpdateConfig config) {
    return sessions.areShared(config);
  }

  Session open(SafeUpdateConfig config) throws InterruptedException {
    Logging.toFile(config.stateDirectory(), "client");
    return sessions.open(config, output::say);
  }

  Watch watch(Session session) {
    return new Watch(session, output, surroundings.clock(), commands());
  }
}

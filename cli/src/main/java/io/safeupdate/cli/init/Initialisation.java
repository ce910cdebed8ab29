package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.ConfigLocator;
import io.safeupdate.config.DeploymentConfig;
import java.nio.file.Path;

/** Finds out how an application runs, and writes that down. */
public final class Initialisation {
  private final Surroundings surroundings;
  private final ConfigLocator locator;
  private final ConfigLoader loader;
  private final Programs programs;
  private final HttpStatus http;

  public Initialisation(Surroundings surroundings, ConfigLocator locator, ConfigLoader loader) {
    this(
        surroundings,
        locator,
        loader,
        new ForkedPrograms(surroundings.environment()),
        new HttpRequests());
  }

  Initialisation(
      Surroundings surroundings,
      ConfigLocator locator,
      ConfigLoader loader,
      Programs programs,
      HttpStatus http) {
    this.surroundings = surroundings;
    this.locator = locator;
    this.loader = loader;
    this.programs = programs;
    this.http = http;
  }

  /**
   * Writes the configuration of one deployment.
   *
   * @throws Refusal when it cannot be found out, or the file is there already
   */
  public Answer run(Path directory, Wishes wishes, Target target) {
    Checkout checkout = new GitCli(programs).read(directory);
    Path file = target.wanted().orElseGet(() -> usual(checkout));
    ConfigFile written = new ConfigFile(file, surroundings.home(), loader);
    written.check(target);
    Findings findings = new Findings();
    Docker docker = new DockerCli(programs, checkout.root());
    Arrangement arrangement = new Arrangements(docker, checkout, wishes, findings).find();
    String name = wishes.name().orElseGet(() -> name(arrangement));
    DeploymentConfig deployment =
        new Surveyor(new Application(checkout, arrangement, docker), http, findings).survey(name);
    written.write(deployment, target);
    if (file.startsWith(checkout.root())) {
      findings.warn(file + " lies inside the checkout: keep it out of commits and images");
    }
    return Answer.done(
        new Report(file.toString(), name, findings.found(), findings.warnings()),
        new InitText(file, name, findings));
  }

  /** Not into the application's own checkout, where it would end up in commits and images. */
  private Path usual(Checkout checkout) {
    Path here = locator.writable();
    return here.startsWith(checkout.root())
        ? surroundings.home().resolve(".config/safe-update").resolve(here.getFileName())
        : here;
  }

  private static String name(Arrangement arrangement) {
    ComposeCall call = arrangement.call();
    Path last = call.files().get(call.files().size() - 1);
    Environment byFile = Environment.of(last.getFileName().toString());
    return byFile == Environment.PLAIN
        ? Environment.of(arrangement.model().project()).deployment()
        : byFile.deployment();
  }
}

package io.safeupdate.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.terminal.Screen;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.ConfigLocator;
import io.safeupdate.config.DeploymentConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An application in a directory: a real git checkout, and a Docker that answers as told. */
final class Fixture {
  final Path checkout;
  private final Path directory;
  private final FakeDocker docker = new FakeDocker();
  private final Map<String, Integer> pages = new LinkedHashMap<>();

  Fixture(Path directory) throws IOException {
    this.directory = directory.toRealPath();
    this.checkout = Files.createDirectories(this.directory.resolve("app"));
    git("init", "-q", "--initial-branch=master");
    git("remote", "add", "origin", "https://example.org/app.git");
  }

  Fixture file(String name, String text) {
    try {
      Files.createDirectories(checkout.resolve(name).getParent());
      Files.write(checkout.resolve(name), text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Compose resolves when it is called with exactly these files, joined by blanks. */
  Fixture model(String files, String services) {
    docker.models.put(
        files, "{\"name\": \"guestbook\", \"services\": " + inCheckout(services) + "}");
    return this;
  }

  /** A running container; what it was made from as Compose's labels say it. */
  Fixture container(String service, String composeFiles, String envFile) {
    docker.containers.add(new FakeDocker.Running(service, checkout, composeFiles, envFile));
    return this;
  }

  /** What a program prints in a service's container. */
  Fixture exec(String service, String command, String output) {
    docker.programs.put("id-" + service + " " + command, output);
    return this;
  }

  Fixture profiles(String... names) {
    docker.profiles.addAll(Arrays.asList(names));
    return this;
  }

  Fixture page(String url, int status) {
    pages.put(url, status);
    return this;
  }

  void git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "-c", "user.name=Ada"));
    argv.addAll(List.of("-c", "user.email=ada@example.org"));
    argv.addAll(List.of(arguments));
    Programs.Ran ran = new ForkedPrograms(System.getenv()).run(checkout, argv);
    assertThat(ran.succeeded()).as(ran.err()).isTrue();
  }

  /** Runs init without wishes, and loads what it wrote. */
  Written init() {
    return init(nothing(), false);
  }

  static Wishes nothing() {
    return new Wishes(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  Written init(Wishes wishes, boolean add) {
    return init(wishes, new Target(Optional.of(directory.resolve("safe-update.yml")), add, false));
  }

  Written init(Wishes wishes, Target target) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "An application");
    ConfigLoader loader = new ConfigLoader(Map.of(), directory.resolve("home"));
    Answer answer =
        new Initialisation(surroundings(), locator(), loader, programs(), this::status)
            .run(checkout, wishes, target);
    Report report = (Report) answer.document();
    return new Written(
        loader.load(Path.of(report.file())).requireDeployment(report.deployment()), report);
  }

  /** What init wrote, as the loader reads it, and what it said. */
  record Written(DeploymentConfig deployment, Report report) {
    String why(String what) {
      return report.findings().stream()
          .filter(it -> it.what().equals(what))
          .findFirst()
          .orElseThrow()
          .why();
    }
  }

  private OptionalInt status(URI url) {
    return pages.containsKey(url.toString())
        ? OptionalInt.of(pages.get(url.toString()))
        : pages.isEmpty() ? OptionalInt.empty() : OptionalInt.of(404);
  }

  private Programs programs() {
    ForkedPrograms real = new ForkedPrograms(System.getenv());
    return (where, argv) ->
        argv.get(0).equals("git") ? real.run(where, argv) : docker.run(checkout, argv);
  }

  private String inCheckout(String text) {
    return text.replace("APP", checkout.toString());
  }

  private ConfigLocator locator() {
    return new ConfigLocator(checkout, directory.resolve("home"));
  }

  private Surroundings surroundings() {
    Sheet sheet = new Sheet(new PrintStream(new ByteArrayOutputStream()), Screen.NONE, false);
    return new Surroundings(
        sheet, sheet, Map.of(), checkout, directory.resolve("home"), "ada", Clock.systemUTC());
  }
}

package io.safeupdate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Safe Update on this machine with a state directory of its own: its {@code up} and its commands.
 */
final class Host implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String OPTIONS = "SAFE_UPDATE_JAVA_OPTS";

  /** These processes live for minutes at most: neither compiler pays for itself soon. */
  private static final String SHORT_LIVED =
      "-XX:TieredStopAtLevel=1 -XX:Tier3InvocationThreshold=1000"
          + " -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=5000";

  private static final Map<String, String> ENVIRONMENT =
      Map.of("SAFE_UPDATE_SETUP", "never", OPTIONS, SHORT_LIVED);

  private static final String CONSOLE = "console ";
  private static final Duration START = Duration.ofSeconds(90);
  private static final String IMPATIENCE = "    health:\n      timeout: PT12S\n      soak: PT1S\n";

  /**
   * Where the tests run in the background of a script, Ctrl-C is ignored, and that is inherited.
   */
  private static final List<String> HEARS_CTRL_C = List.of("env", "--default-signal=INT");

  private final Path directory;
  private final boolean sharesUp;
  private final StringBuilder deployments = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private Optional<Faults> faults = Optional.empty();
  private Process up;
  private Run initialisation;

  Host(Path directory) {
    this(directory, false);
  }

  private Host(Path directory, boolean sharesUp) {
    this.directory = directory;
    this.sharesUp = sharesUp;
  }

  /** With a configuration of its own, served by the {@link SharedUp}. */
  static Host sharingUp(Path directory) {
    return new Host(directory, true);
  }

  /** What is put into the steps of every {@code up} from the next one on. */
  Host meeting(Faults met) {
    faults = Optional.of(met);
    return this;
  }

  Path directory() {
    return directory;
  }

  /** What its configuration calls its deployments; who shares an {@code up} has others there. */
  List<String> deployments() {
    return List.copyOf(names);
  }

  Path config() {
    return directory.resolve("safe-update.yml");
  }

  Path state() {
    return sharesUp ? SharedUp.state() : directory.resolve("state");
  }

  /**
   * Adds a deployment of the demo application; further YAML lines replace default ones of the same
   * key.
   */
  Host with(String name, GuestBook book, String... more) {
    List<String> lines = defaults(book).lines().collect(Collectors.toCollection(ArrayList::new));
    for (String line : more) {
      String key = line.substring(0, line.indexOf(':') + 1);
      lines.removeIf(it -> it.startsWith(key));
    }
    lines.addAll(List.of(more));
    names.add(name);
    deployments.append("  ").append(name).append(":\n");
    lines.forEach(line -> deployments.append("    ").append(line).append('\n'));
    return write("");
  }

  /**
   * Has {@code init} write the configuration of an application, under its project's name, or add it
   * to what is there; a test adds what it cannot find out: another state directory, and less
   * patience.
   */
  Host init(SmallApp app) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean isFirst = !Files.exists(config());
    String checkout = app.checkout().toString();
    names.add(app.project().name());
    initialisation = run("init", checkout, "--name", app.project().name(), "--add").orFail();
    String head = isFirst ? "stateDirectory: " + state() + "\n" : "";
    return writeConfig(
        head + configText().replace("    health:\n      http", IMPATIENCE + "      http"));
  }

  /** What the last {@code init} said. */
  String initialisation() {
    return initialisation.stdout() + initialisation.stderr();
  }

  private static String defaults(GuestBook book) {
    return """
        directory: %s
        composeFiles: [%s]
        envFile: %s
        branch: master
        database: {service: postgres}
        migrate:
          service: django
          command: [python, backend/manage.py, migrate]
          plan: [python, backend/manage.py, migrate, --plan]
        writers: [django, worker]
        health:
          http: [{url: "%s/health/"}]
          timeout: PT40S
          soak: PT2S
        """
        .formatted(book.checkout(), book.composeFile(), book.envFile().getFileName(), book.url());
  }

  /** Gives versions another time to become healthy, as ISO 8601 has it. */
  Host patient(String timeout) {
    return writeConfig(configText().replaceAll("timeout: PT\\w+", "timeout: " + timeout));
  }

  private Host write(String tail) {
    return writeConfig(
        "stateDirectory: %s\ndeployments:\n%s%s".formatted(state(), deployments, tail));
  }

  /** Replaces the configuration file, which an {@code up} may be reading. */
  Host writeConfig(String text) {
    try {
      Files.createDirectories(directory);
      Path written = Files.writeString(directory.resolve("written.yml"), text);
      Files.move(written, config(), StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String configText() {
    try {
      return Files.readString(config());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts {@code up} and waits until it says that it is ready. */
  Host up() {
    if (sharesUp) {
      SharedUp.serve(configText());
      return this;
    }
    try {
      Path out = directory.resolve("up.out");
      Path err = directory.resolve("up.err");
      Files.deleteIfExists(out);
      ProcessBuilder builder = builder(List.of("up"));
      faults.ifPresent(
          met -> builder.environment().merge(OPTIONS, " " + met.option(), String::concat));
      up =
          builder
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
              .start();
      Eventually.holds(START, () -> isReady(out) || !up.isAlive());
      if (!isReady(out)) {
        throw new AssertionError("up ended: " + Files.readString(err));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its {@code up} said that the console is. */
  URI console() {
    try (Stream<String> lines = Files.lines(directory.resolve("up.out"))) {
      return lines
          .filter(line -> line.startsWith(CONSOLE))
          .map(line -> URI.create(line.substring(CONSOLE.length()).strip()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("up serves no console"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isReady(Path out) throws IOException {
    return Files.readString(out).lines().anyMatch("ready"::equals);
  }

  /** Whether {@code up} still runs. */
  boolean isUp() {
    return up.isAlive();
  }

  /** Kills the worker (and the API and the supervisor) without a word of warning. */
  void kill() {
    up.destroyForcibly();
    await(up);
  }

  /** Kills the Temporal server, which may outlive its {@code up}, without a word of warning. */
  void killTemporal() {
    ProcessHandle server = temporal();
    server.destroyForcibly();
    Eventually.holds(Duration.ofSeconds(10), () -> !isServing(server));
  }

  /**
   * Does with a workflow what the Temporal Web UI lets people do.
   *
   * @param verb such as {@code terminate}
   */
  void workflow(String verb, String deployment, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("workflow", verb, "--workflow-id", "deployment/local/" + deployment));
    words.addAll(List.of(more));
    temporal(words.toArray(String[]::new));
  }

  /** Runs a command of Temporal's own tool on the server. */
  void temporal(String... words) {
    List<String> command = new ArrayList<>(List.of("/proc/" + temporal().pid() + "/exe"));
    command.addAll(List.of(words));
    command.addAll(List.of("--address", record().at("/address").asText()));
    Run.of(directory, Map.of(), command).orFail();
  }

  /** The process of the Temporal server. */
  long temporalPid() {
    return temporal().pid();
  }

  private ProcessHandle temporal() {
    return ProcessHandle.of(record().at("/pid").asLong())
        .filter(Host::isServing)
        .orElseThrow(() -> new AssertionError("no Temporal server runs for " + state()));
  }

  private JsonNode record() {
    return json(state().resolve("temporal/server.json"));
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zombie has no command line any more. */
  private static boolean isServing(ProcessHandle process) {
    return process.isAlive()
        && process.info().arguments().filter(it -> List.of(it).contains("start-dev")).isPresent();
  }

  /** Asks {@code up} to end, as a service manager does, and says how long it took. */
  Duration stop() {
    return end("TERM");
  }

  /** Asks {@code up} to end, as Ctrl-C does, and says how long it took. */
  Duration interrupt() {
    return end("INT");
  }

  private Duration end(String signal) {
    long begin = System.nanoTime();
    Run.of(directory, "kill", "-" + signal, String.valueOf(pid())).orFail();
    await(up);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** The process of {@code up}. */
  long pid() {
    return up.pid();
  }

  /** What all {@code up}s have said to people. */
  String said() {
    try {
      return Files.readString(directory.resolve("up.err"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("up does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a command of the CLI, in a process of its own unless the test is not about that. */
  Run run(String... arguments) {
    List<String> command = command(List.of(arguments));
    return sharesUp || faults.isPresent()
        ? CommandInside.run(directory, command.subList(1, command.size()))
        : Run.of(directory, ENVIRONMENT, command);
  }

  /** Starts a command of the CLI and lets it run. */
  Process start(String... arguments) {
    try {
      return builder(List.of(arguments))
          .redirectOutput(directory.resolve("command.out").toFile())
          .redirectError(directory.resolve("command.err").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    List<String> command = new ArrayList<>(HEARS_CTRL_C);
    command.addAll(command(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(ENVIRONMENT);
    return builder.redirectInput(Path.of("/dev/null").toFile());
  }

  private List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of(Home.directory().resolve("bin/safe-update").toString()));
    command.addAll(List.of("--config", config().toString()));
    command.addAll(arguments);
    return command;
  }

  /** Updates a deployment and reads the answer. */
  Answer update(String deployment, String... more) {
    List<String> arguments = new ArrayList<>(List.of("update", deployment, "--json"));
    arguments.addAll(List.of(more));
    return answer(run(arguments.toArray(String[]::new)));
  }

  /** Reads what a command with {@code --json} answered. */
  static Answer answer(Run run) {
    try {
      return new Answer(run, JSON.readTree(run.stdout()));
    } catch (IOException e) {
      throw new AssertionError("not one JSON document: " + run, e);
    }
  }

  /** A command's run and the document it printed. */
  record Answer(Run run, JsonNode json) {
    String text(String path) {
      return json.at(path).asText();
    }

    /** What a phase says of itself. */
    String summary(String phase) {
      for (JsonNode one : json.at("/phases")) {
        if (one.path("name").asText().equals(phase)) {
          return one.path("summary").asText();
        }
      }
      throw new AssertionError("no phase " + phase + " in " + json);
    }

    int exitCode() {
      return run.exitCode();
    }

    String outcome() {
      return text("/outcome");
    }
  }

  @Override
  public void close() {
    if (up != null && up.isAlive()) {
      stop();
    }
  }
}

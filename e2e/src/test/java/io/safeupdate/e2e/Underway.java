package io.safeupdate.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An update that somebody else runs, watched by what it does to the machine. */
final class Underway {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Host host;
  private final String deployment;
  private final String operation;

  private Underway(Host host, String deployment, String operation) {
    this.host = host;
    this.deployment = deployment;
    this.operation = operation;
  }

  /** Starts an update and leaves it to {@code up}. */
  static Underway started(Host host, String deployment, String... more) {
    List<String> arguments = new ArrayList<>(List.of("update", deployment));
    arguments.addAll(List.of(more));
    return of(host, deployment, arguments);
  }

  /** The same with any command that starts an operation. */
  static Underway of(Host host, String deployment, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--detach", "--json"));
    Run run = host.run(arguments.toArray(String[]::new)).orFail();
    return new Underway(host, deployment, Host.answer(run).text("/operation"));
  }

  String operation() {
    return operation;
  }

  /** What the operation's containers, images and databases are named after. */
  String tag() {
    return operation.substring(operation.length() - 12);
  }

  /** Waits until a one-off container of the operation runs. */
  void awaitContainer(String purpose) {
    Eventually.holds(LIMIT, () -> isRunning("su-" + tag() + "-" + purpose + "-1"));
  }

  private boolean isRunning(String container) {
    return Run.of(host.directory(), "docker", "inspect", "-f", "{{.State.Running}}", container)
        .text()
        .equals("true");
  }

  /** Waits until the host has noted a fact of the operation. */
  void awaitFact(String name) {
    Eventually.holds(LIMIT, () -> knows(name));
  }

  /** Whether the host has noted a fact of the operation. */
  boolean knows(String fact) {
    return Files.exists(record().resolve(fact + ".json"));
  }

  /** The restore point that it has or will have. */
  String restorePoint() {
    return Host.json(record().resolve("baseline.json")).at("/restorePoint").asText();
  }

  /** What the host knows of the operation. */
  Path record() {
    return host.state()
        .resolve("deployments")
        .resolve(deployment)
        .resolve("operations")
        .resolve(operation);
  }

  /** Waits until it ends, or waits for a person, but not longer than that; empty: it has not. */
  Optional<Host.Answer> endingWithin(Duration limit) {
    CompletableFuture<Host.Answer> answer = CompletableFuture.supplyAsync(this::ending);
    try {
      return Optional.of(answer.get(limit.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until it ends, or waits for a person, and says how. */
  Host.Answer ending() {
    return Host.answer(host.run("show", operation, "--follow", "--json"));
  }
}

package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out how an application runs: what its containers say, else what its files suggest. */
final class Arrangements {
  private final Docker docker;
  private final Checkout checkout;
  private final Wishes wishes;
  private final Findings findings;

  Arrangements(Docker docker, Checkout checkout, Wishes wishes, Findings findings) {
    this.docker = docker;
    this.checkout = checkout;
    this.wishes = wishes;
    this.findings = findings;
  }

  /**
   * Finds the one arrangement.
   *
   * @throws Refusal when there is none, or more than one
   */
  Arrangement find() {
    List<ComposeContainer> running = runningProject();
    return recorded(running)
        .flatMap(call -> resolved(call, running))
        .orElseGet(() -> suggested(running));
  }

  private List<ComposeContainer> runningProject() {
    Map<String, List<ComposeContainer>> projects =
        docker.containers().stream()
            .filter(this::isOurs)
            .collect(
                Collectors.groupingBy(
                    ComposeContainer::project, TreeMap::new, Collectors.toList()));
    if (projects.size() > 1) {
      projects
          .values()
          .removeIf(containers -> containers.stream().noneMatch(ComposeContainer::running));
    }
    if (projects.size() > 1) {
      throw Refusal.usage(
          "several projects run from "
              + checkout.root()
              + ": "
              + String.join(", ", projects.keySet()),
          "choose one with --project NAME");
    }
    return projects.values().stream().findFirst().orElse(List.of());
  }

  private boolean isOurs(ComposeContainer container) {
    boolean wished = wishes.project().map(container.project()::equals).orElse(true);
    return wished
        && Stream.concat(container.workingDirectory().stream(), container.configFiles().stream())
            .anyMatch(path -> real(path).startsWith(checkout.root()));
  }

  /** The call that made the containers, where what it names is still there. */
  private Optional<ComposeCall> recorded(List<ComposeContainer> containers) {
    if (!wishes.composeFiles().isEmpty()) {
      return Optional.empty();
    }
    return containers.stream()
        .filter(container -> !container.configFiles().isEmpty())
        .filter(container -> container.configFiles().stream().allMatch(Files::isRegularFile))
        .map(this::call)
        .collect(Collectors.groupingBy(call -> call, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private ComposeCall call(ComposeContainer container) {
    Path directory = container.workingDirectory().map(Arrangements::real).orElse(checkout.root());
    Optional<Path> envFile =
        wishes
            .envFile()
            .or(container::envFile)
            .or(() -> Optional.of(directory.resolve(".env")))
            .map(Arrangements::real)
            .filter(Files::isRegularFile);
    List<Path> files = container.configFiles().stream().map(Arrangements::real).toList();
    return new ComposeCall(
        directory, files, envFile, Optional.of(container.project()), wishes.profiles());
  }

  private Optional<Arrangement> resolved(ComposeCall call, List<ComposeContainer> containers) {
    Docker.Resolution resolution = docker.resolve(call);
    if (resolution.model().isEmpty()) {
      findings.warn(
          "the containers were made from files that Compose refuses now: "
              + resolution.complaint());
    }
    return resolution.model().map(model -> withProfiles(call, model, containers));
  }

  private Arrangement suggested(List<ComposeContainer> containers) {
    List<String> complaints = new ArrayList<>();
    List<Arrangement> usable = new ArrayList<>();
    for (ComposeCall call : new Candidates(checkout.root(), wishes).calls()) {
      Docker.Resolution resolution = docker.resolve(call);
      Optional<Arrangement> arrangement =
          resolution.model().map(model -> withProfiles(call, model, containers));
      if (arrangement.isPresent() && resolution.complaint().isEmpty()) {
        return arrangement.get();
      }
      arrangement.ifPresent(usable::add);
      complaints.add(names(call) + ": " + resolution.complaint());
    }
    return usable.stream()
        .findFirst()
        .map(it -> warned(it, complaints))
        .orElseThrow(() -> none(complaints));
  }

  private Arrangement warned(Arrangement arrangement, List<String> complaints) {
    complaints.forEach(findings::warn);
    return arrangement;
  }

  private Refusal none(List<String> complaints) {
    if (complaints.isEmpty()) {
      return Refusal.usage(
          "no compose file lies in " + checkout.root(), "name it with --compose-file FILE");
    }
    return Refusal.usage(
        "Compose refuses every compose file in "
            + checkout.root()
            + ":\n"
            + String.join("\n", complaints),
        "name the right ones with --compose-file FILE and --env-file FILE");
  }

  /** A service that runs although only a profile has it tells that the profile is active. */
  private Arrangement withProfiles(
      ComposeCall call, ComposeFacts model, List<ComposeContainer> containers) {
    List<String> known = call.profiles().isEmpty() ? docker.profiles(call) : List.of();
    List<String> services = containers.stream().map(ComposeContainer::service).toList();
    if (known.isEmpty() || model.services().keySet().containsAll(services)) {
      return new Arrangement(call, model, containers);
    }
    Optional<ComposeFacts> all = docker.resolve(call.withProfiles(known)).model();
    List<String> active =
        all.map(ComposeFacts::services).orElse(Map.of()).values().stream()
            .filter(service -> services.contains(service.name()))
            .flatMap(service -> service.profiles().stream())
            .distinct()
            .toList();
    ComposeCall narrowed = call.withProfiles(active);
    return new Arrangement(narrowed, docker.resolve(narrowed).model().orElse(model), containers);
  }

  private static String names(ComposeCall call) {
    return call.files().stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.joining(" + "));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}

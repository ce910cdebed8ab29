package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The containers that were made from a checkout, and what they tell of how Compose was called.
 *
 * @param containers empty when none was made from it
 */
record RunningProject(List<ComposeContainer> containers) {
  RunningProject {
    containers = List.copyOf(containers);
  }

  /**
   * Finds the one project of a checkout.
   *
   * @throws Refusal when there are several and the operator has not said which
   */
  static RunningProject find(Docker docker, Checkout checkout, Wishes wishes) {
    Map<String, List<ComposeContainer>> projects =
        docker.containers().stream()
            .filter(it -> wishes.project().map(it.project()::equals).orElse(true))
            .filter(it -> isMadeFrom(it, checkout.root()))
            .collect(
                Collectors.groupingBy(
                    ComposeContainer::project, TreeMap::new, Collectors.toList()));
    if (projects.size() > 1) {
      projects.values().removeIf(all -> all.stream().noneMatch(ComposeContainer::running));
    }
    if (projects.size() > 1) {
      throw Refusal.usage(
          "several projects run from %s: %s"
              .formatted(checkout.root(), String.join(", ", projects.keySet())),
          "choose one with --project NAME");
    }
    return new RunningProject(projects.values().stream().findFirst().orElse(List.of()));
  }

  private static boolean isMadeFrom(ComposeContainer container, Path root) {
    return Stream.concat(container.workingDirectory().stream(), container.configFiles().stream())
        .anyMatch(path -> real(path).startsWith(root));
  }

  /** The call that made most of them, where the files that it named are still there. */
  Optional<ComposeCall> call(Wishes wishes) {
    return containers.stream()
        .filter(container -> !container.configFiles().isEmpty())
        .filter(container -> container.configFiles().stream().allMatch(Files::isRegularFile))
        .map(container -> call(container, wishes))
        .collect(Collectors.groupingBy(call -> call, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static ComposeCall call(ComposeContainer container, Wishes wishes) {
    List<Path> files = container.configFiles().stream().map(RunningProject::real).toList();
    Path directory =
        container
            .workingDirectory()
            .map(RunningProject::real)
            .orElseGet(() -> files.get(0).getParent());
    Optional<Path> envFile =
        wishes
            .envFile()
            .or(container::envFile)
            .or(() -> Optional.of(directory.resolve(".env")))
            .map(RunningProject::real)
            .filter(Files::isRegularFile);
    return new ComposeCall(
        directory, files, envFile, Optional.of(container.project()), wishes.profiles());
  }

  List<String> services() {
    return containers.stream().map(ComposeContainer::service).toList();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}

package io.safeupdate.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run of the tests that was killed left behind of one Compose project. */
record Remains(String project) {
  static Remains of(String project) {
    return new Remains(project);
  }

  /** Containers before what they hold. */
  void remove() {
    remove(List.of("ps", "-aq"), List.of("rm", "-f", "-v"));
    remove(List.of("volume", "ls", "-q"), List.of("volume", "rm"));
    remove(List.of("network", "ls", "-q"), List.of("network", "rm"));
  }

  private void remove(List<String> list, List<String> removal) {
    String filter = "label=com.docker.compose.project=" + project;
    List<String> found =
        docker(list, List.of("--filter", filter))
            .text()
            .lines()
            .filter(id -> !id.isEmpty())
            .toList();
    if (!found.isEmpty()) {
      docker(removal, found);
    }
  }

  private static Run docker(List<String> command, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(command);
    words.addAll(arguments);
    return Run.of(Path.of("."), Map.of(), words).orFail();
  }
}

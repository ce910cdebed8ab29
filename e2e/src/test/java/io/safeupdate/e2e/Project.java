package io.safeupdate.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A Compose project as the engine sees it. */
record Project(String name) {
  private static final String LABEL = "com.docker.compose.";

  /** Image id by service, of what runs. */
  Map<String, String> images() {
    return running("{{.Image}}");
  }

  /** Container id by service, of what runs. */
  Map<String, String> containers() {
    return running("{{.Id}}");
  }

  /** Restart policy by service, of what runs. */
  Map<String, String> restartPolicies() {
    return running("{{or .HostConfig.RestartPolicy.Name \"no\"}}");
  }

  /** When the containers that run were started, by service. */
  Map<String, String> starts() {
    return running("{{.State.StartedAt}}");
  }

  private Map<String, String> running(String format) {
    List<String> ids = listed("ps", "-q", "--filter", "label=" + LABEL + "oneoff=False");
    Map<String, String> found = new TreeMap<>();
    for (String line :
        docker(
            ids, "inspect", "-f", "{{index .Config.Labels \"" + LABEL + "service\"}} " + format)) {
      found.put(line.split(" ")[0], line.split(" ")[1]);
    }
    return found;
  }

  /** Names of all containers in any state, one-offs included. */
  List<String> allContainers() {
    return listed("ps", "-a", "--format", "{{.Names}}").stream().sorted().toList();
  }

  /** Names of its networks. */
  Set<String> networks() {
    return Set.copyOf(listed("network", "ls", "--format", "{{.Name}}"));
  }

  /** Containers, volumes, networks and images that were built for it. */
  void destroy() {
    docker(listed("ps", "-aq"), "rm", "-f", "-v");
    docker(listed("volume", "ls", "-q"), "volume", "rm", "-f");
    docker(listed("network", "ls", "-q"), "network", "rm");
    docker(listed("image", "ls", "-q").stream().distinct().toList(), "image", "rm", "-f");
    docker(pins(), "image", "rm");
  }

  /** Our own tags on images that were not built for it, where the deployment has its name. */
  private List<String> pins() {
    String pattern = "reference=safe-update/" + name + "/*";
    return docker(
        List.of(pattern), "image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter");
  }

  private List<String> listed(String... command) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(command));
    words.addAll(List.of("--filter", "label=" + LABEL + "project=" + name));
    return Run.of(Path.of("/"), Map.of(), words).orFail().text().lines().toList();
  }

  /** Runs a command on all of them, unless there are none. */
  private static List<String> docker(List<String> objects, String... command) {
    if (objects.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(command));
    words.addAll(objects);
    return Run.of(Path.of("/"), Map.of(), words).orFail().stdout().lines().toList();
  }
}

package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The docker command of a machine that a test describes. */
final class FakeDocker {
  final Map<String, String> models = new HashMap<>();
  final Map<String, String> programs = new HashMap<>();
  final List<Running> containers = new ArrayList<>();
  final List<String> profiles = new ArrayList<>();

  /** A container that Compose made. */
  record Running(String service, Path checkout, String composeFiles, String envFile) {
    String json() {
      String files =
          List.of(composeFiles.split(" ", -1)).stream()
              .map(file -> checkout.resolve(file).toString())
              .collect(Collectors.joining(","));
      return """
          {"Id": "id-%s", "State": {"Running": true}, "Path": "/entrypoint", "Args": ["/start"],
           "Config": {"Labels": {
             "com.docker.compose.service": "%s",
             "com.docker.compose.project": "guestbook",
             "com.docker.compose.oneoff": "False",
             "com.docker.compose.project.working_dir": "%s",
             "com.docker.compose.project.config_files": "%s"%s}}}
          """
          .formatted(service, service, checkout, files, envLabel());
    }

    private String envLabel() {
      return envFile.isEmpty()
          ? ""
          : ", \"com.docker.compose.project.environment_file\": \""
              + checkout.resolve(envFile)
              + "\"";
    }
  }

  Programs.Ran run(Path checkout, List<String> argv) {
    return switch (argv.get(1)) {
      case "ps" ->
          answer(containers.stream().map(Running::service).collect(Collectors.joining("\n")));
      case "inspect" ->
          answer(containers.stream().map(Running::json).collect(Collectors.joining(",", "[", "]")));
      case "exec" -> exec(argv);
      default -> argv.contains("--profiles") ? answer(known()) : config(checkout, argv);
    };
  }

  private Programs.Ran exec(List<String> argv) {
    String command = String.join(" ", argv.subList(2, argv.size()));
    return Optional.ofNullable(programs.get(command))
        .map(FakeDocker::answer)
        .orElseGet(() -> new Programs.Ran(1, "", "exit status 1"));
  }

  private String known() {
    return String.join("\n", profiles);
  }

  private Programs.Ran config(Path checkout, List<String> argv) {
    String files =
        options(argv, "-f").stream()
            .map(file -> checkout.relativize(Path.of(file)).toString())
            .collect(Collectors.joining(" "));
    String active = String.join(",", options(argv, "--profile"));
    String key = active.isEmpty() ? files : files + " @" + active;
    return Optional.ofNullable(models.get(key))
        .map(FakeDocker::answer)
        .orElseGet(() -> new Programs.Ran(15, "", "env file not found for " + files));
  }

  private static List<String> options(List<String> argv, String name) {
    List<String> values = new ArrayList<>();
    for (int word = 0; word < argv.size() - 1; word++) {
      if (argv.get(word).equals(name)) {
        values.add(argv.get(word + 1));
      }
    }
    return values;
  }

  private static Programs.Ran answer(String out) {
    return new Programs.Ran(0, out, "");
  }
}

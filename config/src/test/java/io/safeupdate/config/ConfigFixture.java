package io.safeupdate.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration file in a directory of its own, loaded with a given home and environment. */
final class ConfigFixture {
  static final Path HOME = Path.of("/home/operator");

  final Path file;
  private final Map<String, String> environment;

  ConfigFixture(Path directory, Map<String, String> environment) {
    this.file = directory.resolve("safe-update.yml");
    this.environment = environment;
  }

  ConfigFixture(Path directory) {
    this(directory, Map.of());
  }

  SafeUpdateConfig load(String text) {
    return load(text.getBytes(StandardCharsets.UTF_8));
  }

  SafeUpdateConfig load(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loader().load(file);
  }

  ConfigLoader loader() {
    return new ConfigLoader(environment, HOME);
  }

  /** The one deployment of a file whose `production` has these lines besides the required ones. */
  DeploymentConfig deployment(String... lines) {
    return load(production(lines)).deployments().get("production");
  }

  /** What is wrong with the file, one line each, without the directory it is in. */
  List<String> problems(String text) {
    ConfigException exception = catchThrowableOfType(ConfigException.class, () -> load(text));
    return exception.problems().stream()
        .map(problem -> problem.toString().replace(file.getParent() + "/", ""))
        .toList();
  }

  /** What is wrong with a deployment of these lines, without file, line and deployment. */
  List<String> problemsOf(String... lines) {
    return problems(production(lines)).stream()
        .map(problem -> problem.replaceFirst("^safe-update.yml:\\d+: deployments.production.", ""))
        .toList();
  }

  static String production(String... lines) {
    return """
        deployments:
          production:
            directory: /srv/app
            composeFiles: [docker-compose.yml]
            branch: main
        """
        + String.join("", List.of(lines).stream().map(line -> "    " + line + "\n").toList());
  }
}

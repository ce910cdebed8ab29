package io.safeupdate.cli.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an environment is for, as the names of its files say it; the likeliest first. */
enum Environment {
  PRODUCTION("production prod live"),
  STAGING("staging stage"),
  /** The name does not say. */
  PLAIN(""),
  DEVELOPMENT("local development develop dev test tests testing ci");

  private final String words;

  Environment(String words) {
    this.words = words;
  }

  private List<String> words() {
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  /** The environment that a file or project name speaks of. */
  static Environment of(String name) {
    List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
    return Arrays.stream(values())
        .filter(environment -> environment.words().stream().anyMatch(parts::contains))
        .findFirst()
        .orElse(PLAIN);
  }

  /** The name of a deployment. */
  String deployment() {
    return this == PLAIN ? PRODUCTION.deployment() : words().get(0);
  }

  /** The env file in a directory that goes with it. */
  Optional<Path> envFile(Path directory) {
    Stream<String> own = words().stream().flatMap(Environment::envFiles);
    return Stream.concat(own, Stream.of(".env"))
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Stream<String> envFiles(String word) {
    return Stream.of(
        ".env_" + word,
        ".env." + word,
        ".env-" + word,
        word + ".env",
        "." + word + ".env",
        ".envs/" + word + ".env",
        ".envs/." + word + "/.env");
  }
}

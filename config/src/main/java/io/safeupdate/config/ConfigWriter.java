package io.safeupdate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a configuration as a file that a person goes on editing. */
public final class ConfigWriter {
  private static final Map<String, String> COMMENTS =
      Map.of(
          "directory", "The git checkout; the files below are relative to it.",
          "remote", "An update follows this branch of this remote.",
          "database", "The application's own backup scripts, and where in the service they write.",
          "migrate", "How the database comes to the form that a release expects.",
          "writers", "They stop while the database is copied.",
          "media", "The files that users uploaded.",
          "health", "A version is good when these answer in time, and go on answering.");

  private final Path home;

  /**
   * @param home written as {@code ~/}
   */
  public ConfigWriter(Path home) {
    this.home = home;
  }

  /**
   * Writes a new file.
   *
   * @throws ConfigException when it is there already, which is then left as it is, or cannot be
   *     written
   */
  public void write(Path file, SafeUpdateConfig config) {
    if (Files.exists(file)) {
      throw problem(file, "is there already", "remove it, or name another with --config FILE");
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, render(config), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw problem(file, "cannot be written: " + e, "check its directory");
    }
  }

  /** The text of the file: what differs from the defaults, with short comments. */
  public String render(SafeUpdateConfig config) {
    RecordTree trees = new RecordTree(this::written);
    Map<String, Object> tree =
        RecordTree.differing(trees.of(config), trees.of(SafeUpdateConfig.of(home, List.of())));
    Map<String, Object> deployments = new LinkedHashMap<>();
    config.deployments().forEach((name, deployment) -> deployments.put(name, tree(deployment)));
    tree.remove("source");
    tree.put("deployments", deployments);
    return new YamlLines(2, COMMENTS)
        .comment("What Safe Update knows of this host. A key that is left out has its default;")
        .comment("docs/configuration.md explains them all.")
        .add(tree)
        .toString();
  }

  private Map<String, Object> tree(DeploymentConfig deployment) {
    RecordTree trees = new RecordTree(path -> within(deployment.directory(), path));
    Map<String, Object> defaults = trees.of(new DeploymentDraft("", home).complete());
    defaults.remove("remote");
    if (deployment.database().isPresent()) {
      // Where there is a database, no migration is a decision that the file must show.
      defaults.remove("migrate");
    }
    Map<String, Object> tree = RecordTree.differing(trees.of(deployment), defaults);
    tree.remove("name");
    deployment
        .database()
        .flatMap(DatabaseConfig::afterCopy)
        .ifPresent(file -> section(tree, "database").put("afterCopy", written(file)));
    return tree;
  }

  @SuppressWarnings("unchecked") // A record's tree has maps only.
  private static Map<String, Object> section(Map<String, Object> tree, String key) {
    return (Map<String, Object>) tree.get(key);
  }

  private String within(Path directory, Path path) {
    Optional<String> relative =
        Optional.of(path)
            .filter(it -> it.startsWith(directory) && !it.equals(directory))
            .map(it -> directory.relativize(it).toString());
    return relative.filter(it -> !it.startsWith("~")).orElseGet(() -> written(path));
  }

  private String written(Path path) {
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }

  private static ConfigException problem(Path file, String message, String remedy) {
    return new ConfigException(Problem.ofFile(file, message, remedy));
  }
}

package io.safeupdate.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one host's Safe Update knows. Paths are absolute and normalised.
 *
 * @param host names the host, and with it the task queue {@code safe-update.<host>}
 * @param stateDirectory restore points, receipts, journals, logs; outside of every checkout
 * @param exportRoots the directories below which backups may be exported
 * @param deployments by name, in the order of the file
 * @param notifications who is told how operations end, by name, in the order of the file
 * @param consoleUrl where people reach the console; empty: notifications carry no link
 * @param server the web server's own section, uninterpreted: maps, lists, texts, whole numbers and
 *     truth values
 * @param source the file it was read from
 */
public record SafeUpdateConfig(
    TemporalConfig temporal,
    String host,
    Path stateDirectory,
    List<Path> exportRoots,
    Map<String, DeploymentConfig> deployments,
    Map<String, NotificationConfig> notifications,
    Optional<URI> consoleUrl,
    Map<String, Object> server,
    Optional<Path> source) {
  static final String DEFAULT_HOST = "local";
  static final String DEFAULT_STATE = ".local/state/safe-update";

  public SafeUpdateConfig {
    exportRoots = List.copyOf(exportRoots);
    deployments = Collections.unmodifiableMap(new LinkedHashMap<>(deployments));
    notifications = Collections.unmodifiableMap(new LinkedHashMap<>(notifications));
    server = Collections.unmodifiableMap(new LinkedHashMap<>(server));
  }

  /** A configuration that tells nobody. */
  public SafeUpdateConfig(
      TemporalConfig temporal,
      String host,
      Path stateDirectory,
      List<Path> exportRoots,
      Map<String, DeploymentConfig> deployments,
      Map<String, Object> server,
      Optional<Path> source) {
    this(
        temporal,
        host,
        stateDirectory,
        exportRoots,
        deployments,
        Map.of(),
        Optional.empty(),
        server,
        source);
  }

  /**
   * A configuration with defaults for all but its deployments.
   *
   * @param home the operator's home, where the state directory is
   */
  public static SafeUpdateConfig of(Path home, Collection<DeploymentConfig> deployments) {
    Map<String, DeploymentConfig> byName = new LinkedHashMap<>();
    deployments.forEach(deployment -> byName.put(deployment.name(), deployment));
    return new SafeUpdateConfig(
        TemporalConfig.defaults(),
        DEFAULT_HOST,
        home.resolve(DEFAULT_STATE),
        List.of(),
        byName,
        Map.of(),
        Optional.empty());
  }

  /** The same with some of its deployments alone. */
  public SafeUpdateConfig withDeployments(Predicate<String> wanted) {
    Map<String, DeploymentConfig> some = new LinkedHashMap<>(deployments);
    some.keySet().removeIf(wanted.negate());
    return new SafeUpdateConfig(
        temporal,
        host,
        stateDirectory,
        exportRoots,
        some,
        notifications,
        consoleUrl,
        server,
        source);
  }

  /** The deployment of that name. */
  public Optional<DeploymentConfig> deployment(String name) {
    return Optional.ofNullable(deployments.get(name));
  }

  /**
   * The deployment of that name.
   *
   * @throws UnknownDeploymentException when there is none; the message names those there are
   */
  public DeploymentConfig requireDeployment(String name) {
    return deployment(name)
        .orElseThrow(() -> new UnknownDeploymentException(name, deployments.keySet()));
  }
}

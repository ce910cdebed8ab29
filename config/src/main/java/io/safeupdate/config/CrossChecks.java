package io.safeupdate.config;

import io.safeupdate.config.UpdateConfig.RestoreMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what only several values together show to be wrong. */
final class CrossChecks {
  private final Map<String, String> owners = new HashMap<>();
  private final List<Path> exportRoots;

  CrossChecks(List<Path> exportRoots) {
    this.exportRoots = exportRoots;
  }

  /** Deployments must be checked in the order of the file: the later one is told. */
  void check(DeploymentConfig deployment, Section section) {
    Claim checkout = new Claim("directory", real(deployment.directory()).toString());
    claim(checkout, deployment.name(), section);
    deployment
        .project()
        .ifPresent(it -> claim(new Claim("project", it), deployment.name(), section));
    checkServices(deployment, section);
    checkSchedule(deployment, section);
    if (deployment.media().isEmpty() && deployment.update().media()) {
      section.reject(
          "update",
          "media is true, and the deployment has none",
          "leave it out, or add `media: {service: …, path: …}`");
    }
    RestoreMode mode = deployment.update().restoreMode();
    if (deployment.database().isEmpty() && mode != RestoreMode.AUTO) {
      section.reject(
          "update", "restoreMode is set, and there is no database", "leave restoreMode out");
    }
  }

  private void checkSchedule(DeploymentConfig deployment, Section section) {
    ScheduleConfig schedule = deployment.schedule();
    boolean concernsDatabase =
        schedule.backup().or(schedule::trialRestore).or(schedule::export).isPresent();
    if (deployment.database().isEmpty() && concernsDatabase) {
      section.reject(
          "schedule",
          "has backup, trialRestore or export, and there is no database",
          "leave them out, or add `database: {service: …}`");
    }
    if (deployment.media().isEmpty() && schedule.media().isPresent()) {
      section.reject(
          "schedule",
          "has media, and the deployment has none",
          "leave it out, or add `media: {service: …, path: …}`");
    }
    schedule.exportTo().ifPresent(it -> checkExport(it, section));
  }

  private void checkExport(Path directory, Section section) {
    Path real = real(directory);
    if (exportRoots.stream().noneMatch(root -> real.startsWith(real(root)))) {
      section.reject(
          "schedule",
          "exportTo is " + directory + ", which lies below none of exportRoots",
          "choose a directory below one of them, or add it to exportRoots");
    }
  }

  private void checkServices(DeploymentConfig deployment, Section section) {
    List<String> writers = deployment.writers().orElse(List.of());
    Optional<String> database = deployment.database().map(DatabaseConfig::service);
    if (database.filter(writers::contains).isPresent()) {
      section.reject(
          "writers",
          "names the database, which must run while it is copied",
          "remove " + database.get());
    }
    if (!Collections.disjoint(writers, deployment.stateless())) {
      section.reject(
          "stateless", "names a service that is also in `writers`", "keep one of the two");
    }
  }

  /** Two updates at once would move each other's files or containers. */
  private void claim(Claim claim, String name, Section section) {
    String owner = owners.putIfAbsent(claim.key() + claim.value(), name);
    if (owner != null) {
      section.reject(
          claim.key(),
          "is also that of deployment " + owner,
          "give each deployment a checkout and a project of its own");
    }
  }

  /** Where a path leads; of one that is not there yet, its nearest ancestor decides. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  /** What only one deployment can have. */
  private record Claim(String key, String value) {}

  /** What is written there would make a checkout dirty, or be lost with it. */
  void checkState(SafeUpdateConfig config, Section root) {
    Collection<DeploymentConfig> deployments = config.deployments().values();
    deployments.stream()
        .filter(it -> real(config.stateDirectory()).startsWith(real(it.directory())))
        .forEach(
            deployment ->
                root.reject(
                    "stateDirectory",
                    "lies inside the checkout of deployment " + deployment.name(),
                    "choose a directory outside of every checkout"));
  }

  /** Who is told of a deployment that is not there would never be told. */
  void checkNotifications(SafeUpdateConfig config, Section root) {
    config
        .notifications()
        .forEach(
            (name, receiver) ->
                receiver.deployments().orElse(List.of()).stream()
                    .filter(it -> config.deployment(it).isEmpty())
                    .forEach(
                        it ->
                            root.reject(
                                "notifications",
                                "%s names the deployment %s, which there is not"
                                    .formatted(name, it),
                                "write one of those below `deployments`")));
  }
}

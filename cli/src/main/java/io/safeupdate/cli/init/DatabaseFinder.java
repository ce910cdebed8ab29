package io.safeupdate.cli.init;

import io.safeupdate.config.DatabaseConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the PostgreSQL service and the application's own backup scripts in it. */
final class DatabaseFinder {
  private static final String BACKUPS = "/backups";

  private final Application application;
  private final Findings findings;

  DatabaseFinder(Application application, Findings findings) {
    this.application = application;
    this.findings = findings;
  }

  /** The service that is the database. */
  Optional<ServiceFacts> service() {
    List<ServiceFacts> databases =
        application.services().stream().filter(DatabaseFinder::isDatabase).toList();
    if (databases.size() > 1) {
      findings.warn(
          "several services are PostgreSQL: "
              + String.join(", ", databases.stream().map(ServiceFacts::name).toList())
              + "; only the first is backed up and brought back");
    }
    return databases.stream().findFirst();
  }

  private static boolean isDatabase(ServiceFacts service) {
    return ImageRole.of(service) == ImageRole.DATABASE || service.mountsAt("/var/lib/postgresql");
  }

  /** How the service is backed up. */
  DatabaseConfig configure(ServiceFacts service) {
    String why =
        ImageRole.reference(service)
            .map(image -> (service.build().isPresent() ? "built from " : "image ") + image)
            .orElse("keeps /var/lib/postgresql");
    findings.add("database.service", service.name(), why);
    String directory = directory(service);
    Scripts scripts = Scripts.of(application, service);
    return new DatabaseConfig(
        service.name(),
        backup(scripts),
        backups(scripts),
        DatabaseConfig.of(service.name()).restore(),
        directory,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private String directory(ServiceFacts service) {
    Optional<String> mounted =
        service.mounts().stream()
            .map(ServiceFacts.Mount::target)
            .filter(target -> target.contains("backup"))
            .findFirst();
    mounted.ifPresent(
        path -> findings.add("database.directory", path, "a volume is mounted there"));
    if (mounted.isEmpty()) {
      findings.warn(
          "no volume for backups is mounted in "
              + service.name()
              + ": backups in "
              + BACKUPS
              + " are lost when its container is recreated; mount one there");
    }
    return mounted.orElse(BACKUPS);
  }

  private List<String> backup(Scripts scripts) {
    if (scripts.has("backup")) {
      findings.add("database.backup", "backup", scripts.where());
      return List.of("backup");
    }
    findings.add("database.backup", "Safe Update's own dump", "it has no script named backup");
    return List.of();
  }

  private static List<String> backups(Scripts scripts) {
    return scripts.has("backups") ? List.of("backups") : List.of();
  }

  /** Whether a service may write to the database. */
  static boolean reaches(ServiceFacts service, ServiceFacts database) {
    Set<String> networks = service.networks();
    return networks.isEmpty() || networks.stream().anyMatch(database.networks()::contains);
  }
}

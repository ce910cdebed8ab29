package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.docker.ComposeService.Bind;
import io.safeupdate.activities.host.CheckoutCopy.Part;
import io.safeupdate.activities.tree.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What containers write into the checkout, and what that means for a copy of it.
 *
 * @param excluded a database's own files: copied file by file they are no database, and it has a
 *     way back of its own
 * @param live what services write that run on while the checkout is copied. The copy of it is not
 *     of one moment, and what is written after it belongs to users: the way back leaves it alone
 */
record CheckoutParts(List<Part> excluded, List<Part> live) {
  /** Where the images of databases keep their files. */
  private static final List<Path> DATABASES =
      List.of(
          Path.of("/var/lib/postgresql"),
          Path.of("/bitnami/postgresql"),
          Path.of("/var/lib/mysql"),
          Path.of("/bitnami/mariadb"),
          Path.of("/data/db"),
          Path.of("/var/lib/clickhouse"),
          Path.of("/usr/share/elasticsearch/data"));

  /**
   * Of the checkout as it is now.
   *
   * @param root its top, without symbolic links
   * @param running the services that run now
   */
  static CheckoutParts of(
      Deployment deployment, Path root, ComposeModel model, Set<String> running) {
    Map<String, Part> excluded = new LinkedHashMap<>();
    Map<String, Part> live = new LinkedHashMap<>();
    for (ComposeService service : model.services().values()) {
      String name = service.name();
      boolean runs = running.contains(name);
      for (Bind bind : writable(service)) {
        Optional<Path> path = inside(root, bind.source());
        boolean isServers =
            deployment.isDatabase(name) && path.filter(it -> isDirectory(root, it)).isPresent();
        if (isServers || (runs && isOfDatabase(bind))) {
          put(excluded, path, "database files: %s has them mounted", name);
        } else if (runs && !deployment.config().stateless().contains(name)) {
          put(live, path, "%s has it mounted and ran on", name);
        }
      }
    }
    return new CheckoutParts(List.copyOf(excluded.values()), List.copyOf(live.values()));
  }

  private static List<Bind> writable(ComposeService service) {
    return service.binds().stream().filter(bind -> !bind.readOnly()).toList();
  }

  private static void put(
      Map<String, Part> parts, Optional<Path> inside, String why, String service) {
    inside
        .map(Path::toString)
        .ifPresent(path -> parts.put(path, new Part(path, why.formatted(service))));
  }

  /** Below the top, and no single file such as the server's configuration. */
  private static boolean isDirectory(Path root, Path path) {
    return !path.toString().isEmpty() && !Files.isRegularFile(root.resolve(path));
  }

  private static boolean isOfDatabase(Bind bind) {
    Path target = Path.of(bind.target()).normalize();
    return DATABASES.stream().anyMatch(target::startsWith);
  }

  /** Relative to the top; empty: it lies elsewhere. */
  private static Optional<Path> inside(Path root, String source) {
    Path path = real(Path.of(source).normalize());
    return path.startsWith(root) ? Optional.of(root.relativize(path)) : Optional.empty();
  }

  /** Compose tells paths as they were written: through links, and before they exist. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  /** What a copy leaves out. */
  static Scope scope(List<Part> parts) {
    return new Scope(parts.stream().map(part -> Path.of(part.path())).toList());
  }
}

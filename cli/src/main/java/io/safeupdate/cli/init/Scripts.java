package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs that an application puts into the search path of a service.
 *
 * @param where how they are known
 */
record Scripts(Set<String> names, String where) {
  private static final String PLACE = "/usr/local/bin";

  /** Those in the running container, else those that its Dockerfile copies. */
  static Scripts of(Application application, ServiceFacts service) {
    return application
        .exec(service.name(), "ls", "-1", PLACE)
        .map(list -> new Scripts(list.lines().collect(Collectors.toSet()), "in its " + PLACE))
        .orElseGet(() -> copied(application, service));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  private static Scripts copied(Application application, ServiceFacts service) {
    Optional<Path> context = service.build().map(ServiceFacts.Build::context);
    List<Path> sources =
        Dockerfile.of(service).map(Dockerfile::copies).orElse(List.of()).stream()
            .flatMap(word -> context.stream().map(base -> base.resolve(word).normalize()))
            .filter(path -> !path.equals(application.checkout().root()))
            .toList();
    Set<String> names =
        application.checkout().files().stream()
            .map(application::file)
            .filter(file -> sources.stream().anyMatch(file::startsWith))
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    return new Scripts(names, "its Dockerfile copies it");
  }
}

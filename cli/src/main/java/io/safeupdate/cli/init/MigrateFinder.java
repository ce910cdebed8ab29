package io.safeupdate.cli.init;

import io.safeupdate.config.MigrateConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds how the database comes to the form that a release expects. */
final class MigrateFinder {
  private final Application application;
  private final List<ServiceFacts> candidates;
  private final Findings findings;

  /**
   * @param services those that the application itself is made of
   */
  MigrateFinder(Application application, List<ServiceFacts> services, Findings findings) {
    this.application = application;
    this.candidates = services.stream().sorted(Comparator.comparing(MigrateFinder::rank)).toList();
    this.findings = findings;
  }

  MigrateConfig find() {
    return onStart().or(this::django).or(this::byMarker).orElseGet(this::none);
  }

  private Optional<MigrateConfig> onStart() {
    StartScripts scripts = new StartScripts(application);
    for (ServiceFacts service : candidates) {
      Optional<String> reason = scripts.migration(service);
      if (reason.isPresent()) {
        findings.add("migrate", "onStart", service.name() + ": " + reason.get());
        return Optional.of(new MigrateConfig.OnStart());
      }
    }
    return Optional.empty();
  }

  private Optional<MigrateConfig> django() {
    Optional<String> tracked =
        tracked("manage.py")
            .min(Comparator.comparing((String file) -> Path.of(file).getNameCount()));
    for (ServiceFacts service : candidates) {
      Optional<String> path =
          tracked.map(file -> inService(service, file)).orElseGet(() -> searched(service));
      if (path.isPresent()) {
        List<String> command = List.of(python(service), path.get(), "migrate");
        List<String> plan = List.of(python(service), path.get(), "migrate", "--plan");
        String why =
            application.runs(service.name())
                ? path.get() + " is in it"
                : "the checkout has " + path.get();
        findings.add("migrate", service.name() + ": " + String.join(" ", command), why);
        return Optional.of(new MigrateConfig.Command(service.name(), command, Optional.of(plan)));
      }
    }
    return Optional.empty();
  }

  /** Where a tracked file lies in a service, from the directory that its programs start in. */
  private Optional<String> inService(ServiceFacts service, String file) {
    List<String> places = new ArrayList<>();
    service
        .build()
        .map(build -> build.context())
        .filter(context -> application.file(file).startsWith(context))
        .map(context -> context.relativize(application.file(file)).toString())
        .ifPresent(places::add);
    places.add(file);
    places.add(Path.of(file).getFileName().toString());
    if (!application.runs(service.name())) {
      return service.build().isPresent() ? Optional.of(places.get(0)) : Optional.empty();
    }
    return places.stream()
        .filter(place -> application.exec(service.name(), "test", "-f", place).isPresent())
        .findFirst();
  }

  /** An application that comes as an image has its files there alone. */
  private Optional<String> searched(ServiceFacts service) {
    return application
        .exec(service.name(), "sh", "-c", "ls manage.py */manage.py 2>/dev/null | head -1")
        .map(String::strip)
        .filter(path -> !path.isEmpty());
  }

  private String python(ServiceFacts service) {
    return application
        .exec(service.name(), "sh", "-c", "command -v python || command -v python3")
        .map(path -> Path.of(path.strip()).getFileName().toString())
        .orElse("python");
  }

  /** Frameworks that say by a file of theirs how they migrate. */
  private Optional<MigrateConfig> byMarker() {
    return marked("bin/rails", List.of("bin/rails", "db:migrate"))
        .or(() -> marked("alembic.ini", List.of("alembic", "upgrade", "head")))
        .or(() -> marked("artisan", List.of("php", "artisan", "migrate", "--force")));
  }

  private Optional<MigrateConfig> marked(String file, List<String> command) {
    if (candidates.isEmpty() || tracked(file).findAny().isEmpty()) {
      return Optional.empty();
    }
    String service = candidates.get(0).name();
    findings.add("migrate", service + ": " + String.join(" ", command), "the checkout has " + file);
    findings.warn("nobody tried `" + String.join(" ", command) + "` in " + service + ": check it");
    return Optional.of(new MigrateConfig.Command(service, command, Optional.empty()));
  }

  private MigrateConfig none() {
    findings.add("migrate", "none", "no migration tool was recognised");
    findings.warn(
        "migrate: none means that a release never changes the database; if one does, name the"
            + " command, or `onStart`");
    return new MigrateConfig.None();
  }

  private Stream<String> tracked(String ending) {
    return application.checkout().files().stream()
        .filter(file -> file.equals(ending) || file.endsWith("/" + ending));
  }

  /** Web services first, workers last: all share the code, but people know the first. */
  private static int rank(ServiceFacts service) {
    String words = service.name() + " " + String.join(" ", service.command());
    boolean isWorker = words.matches("(?i).*(celery|worker|beat|flower|cron|schedul|queue).*");
    boolean isKnown = service.name().matches("django|web|app|backend|api|server");
    return (isWorker ? 4 : 0) + (service.ports().isEmpty() ? 2 : 0) + (isKnown ? 0 : 1);
  }
}

package io.safeupdate.cli.init;

import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.DeploymentDraft;
import io.safeupdate.config.MediaConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out all that a deployment's configuration says. */
final class Surveyor {
  private final Application application;
  private final HttpStatus http;
  private final Findings findings;
  private final List<ServiceFacts> own;

  Surveyor(Application application, HttpStatus http, Findings findings) {
    this.application = application;
    this.http = http;
    this.findings = findings;
    this.own =
        application.services().stream()
            .filter(service -> ImageRole.of(service) == ImageRole.APPLICATION)
            .filter(service -> !service.mountsAt("/var/lib/postgresql"))
            .toList();
  }

  DeploymentConfig survey(String name) {
    DeploymentDraft draft = new DeploymentDraft(name, application.checkout().root());
    compose(draft);
    source(draft);
    database(draft);
    media().ifPresent(draft::media);
    draft.health(new HealthFinder(http, findings).find(ownFirst()));
    boundCode();
    return draft.complete();
  }

  private void compose(DeploymentDraft draft) {
    ComposeCall call = application.arrangement().call();
    boolean runs = !application.arrangement().containers().isEmpty();
    String why = runs ? "its containers were made from them" : "the likeliest that Compose accepts";
    findings.add("composeFiles", relative(call.files()), why);
    call.envFile()
        .ifPresent(file -> findings.add("envFile", relative(List.of(file)), "goes with them"));
    String project = application.arrangement().model().project();
    findings.add("project", project, runs ? "that of its containers" : "Compose resolves it");
    if (!call.profiles().isEmpty()) {
      findings.add("profiles", String.join(", ", call.profiles()), "services of them run");
    }
    draft.files(call.files(), call.envFile()).project(Optional.of(project), call.profiles());
    compareDirectories(call);
  }

  private String relative(List<Path> files) {
    Path root = application.checkout().root();
    List<String> names =
        files.stream()
            .map(file -> (file.startsWith(root) ? root.relativize(file) : file).toString())
            .toList();
    return String.join(", ", names);
  }

  private void compareDirectories(ComposeCall call) {
    if (!call.directory().equals(application.checkout().root())) {
      findings.warn(
          "Compose was called in "
              + call.directory()
              + ", Safe Update calls it at the top of the"
              + " checkout: compare what relative paths in the compose files mean there");
    }
  }

  private void source(DeploymentDraft draft) {
    Checkout checkout = application.checkout();
    findings.add(
        "branch",
        checkout.remote() + " " + checkout.branch(),
        checkout.detached() ? "the remote's default" : "checked out");
    if (checkout.detached()) {
      findings.warn(
          "no branch is checked out, so updates would be rejected: git -C "
              + checkout.root()
              + " checkout "
              + checkout.branch());
    }
    draft.source(checkout.remote(), checkout.branch());
  }

  private void database(DeploymentDraft draft) {
    DatabaseFinder finder = new DatabaseFinder(application, findings);
    Optional<ServiceFacts> database = finder.service();
    if (database.isEmpty()) {
      findings.add("database", "none", "no service is PostgreSQL");
      return;
    }
    draft.database(
        finder.configure(database.get()), new MigrateFinder(application, own, findings).find());
    List<String> writers = new ArrayList<>();
    List<String> stateless = new ArrayList<>();
    for (ServiceFacts service : application.services()) {
      boolean writes = own.contains(service) && DatabaseFinder.reaches(service, database.get());
      if (!service.equals(database.get())) {
        (writes ? writers : stateless).add(service.name());
      }
    }
    findings.add("writers", String.join(", ", writers), "own images on the database's network");
    draft.writers(writers).stateless(stateless);
  }

  private Optional<MediaConfig> media() {
    for (ServiceFacts service : own) {
      for (ServiceFacts.Mount mount : service.mounts()) {
        if (mount.target().matches("(?i).*/(media|mediafiles|uploads?|user[_-]?files)(/.*)?")) {
          findings.add(
              "media", service.name() + ":" + mount.target(), "a " + mount.type() + " is mounted");
          return Optional.of(MediaConfig.of(service.name(), mount.target()));
        }
      }
    }
    return Optional.empty();
  }

  private List<ServiceFacts> ownFirst() {
    Stream<ServiceFacts> others =
        application.services().stream().filter(service -> !own.contains(service));
    return Stream.concat(own.stream(), others).toList();
  }

  private void boundCode() {
    Path root = application.checkout().root();
    List<String> bound =
        own.stream()
            .filter(service -> service.mounts().stream().anyMatch(it -> bindsCode(it, root)))
            .map(ServiceFacts::name)
            .toList();
    if (!bound.isEmpty()) {
      findings.add(
          "code",
          "mounted from the checkout",
          String.join(", ", bound) + ": they stop before a pull, and there is no trial");
    }
  }

  private static boolean bindsCode(ServiceFacts.Mount mount, Path root) {
    return mount.isBind() && Path.of(mount.source()).startsWith(root);
  }
}

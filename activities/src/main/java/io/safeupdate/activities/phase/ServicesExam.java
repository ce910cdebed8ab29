package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The application runs, from this very checkout; else "after" could not be judged by "before". */
final class ServicesExam implements Examination {
  private static final String WORKING_DIRECTORY = "com.docker.compose.project.working_dir";

  private final boolean mayBeDown;

  ServicesExam() {
    this(false);
  }

  private ServicesExam(boolean mayBeDown) {
    this.mayBeDown = mayBeDown;
  }

  /** For what brings an application back that may have fallen over. */
  static ServicesExam ofFallen() {
    return new ServicesExam(true);
  }

  @Override
  public String name() {
    return "services";
  }

  @Override
  public void examine(Findings findings) {
    if (findings.project().isEmpty()) {
      return;
    }
    String project = findings.project().get();
    findings.containers = findings.host().engine().containers(project, false);
    List<Container> down = findings.containers.stream().filter(it -> isDown(it, findings)).toList();
    if (findings.containers.stream().noneMatch(Container::isRunning)) {
      down(
          findings,
          "nothing of project " + project + " runs.",
          "Start the application first, or correct the configuration's project.");
    } else if (foreign(findings).isPresent()) {
      refuse(
          findings,
          "project %s runs from %s.".formatted(project, foreign(findings).get()),
          "Set deployments.%s.directory or project right.".formatted(findings.deployment().name()));
    } else if (!down.isEmpty()) {
      down(
          findings,
          "not running: "
              + String.join(", ", down.stream().map(ServicesExam::state).toList())
              + ".",
          "Start or remove them: docker compose -p %s up -d".formatted(project));
    } else {
      findings.ok(
          name(),
          findings.containers.stream().filter(Container::isRunning).count() + " containers run");
    }
  }

  /** A job that ended well is not down. */
  private static boolean isDown(Container container, Findings findings) {
    boolean done = container.status().equals("exited") && container.exitCode() == 0;
    return !container.isRunning() && !(done && isJob(container, findings));
  }

  /** What the compose file says counts: an update that stops a container takes its policy off. */
  private static boolean isJob(Container container, Findings findings) {
    boolean staysUp =
        container
            .service()
            .flatMap(name -> findings.current.map(model -> model.services().get(name)))
            .flatMap(ComposeService::restart)
            .filter(policy -> policy.equals("always") || policy.equals("unless-stopped"))
            .isPresent();
    return !staysUp && container.restartPolicy().equals("no");
  }

  private static String state(Container container) {
    return container.service().orElse(container.name()) + " (" + container.status() + ")";
  }

  /** Another directory that the project's containers were started from. */
  private static Optional<String> foreign(Findings findings) {
    Path own = findings.deployment().config().directory();
    return findings.containers.stream()
        .map(it -> it.labels().get(WORKING_DIRECTORY))
        .filter(directory -> directory != null && !isSame(own, Path.of(directory)))
        .findFirst();
  }

  private static boolean isSame(Path own, Path other) {
    try {
      return own.toRealPath().equals(other.toRealPath());
    } catch (java.io.IOException e) {
      return own.normalize().equals(other.normalize());
    }
  }

  private void down(Findings findings, String message, String remedy) {
    if (mayBeDown) {
      findings.warn(name(), message, "It must run afterwards.");
    } else {
      refuse(findings, message, remedy);
    }
  }

  private void refuse(Findings findings, String message, String remedy) {
    findings.fail(FailureType.PREFLIGHT_FAILED, name(), message, remedy);
  }
}

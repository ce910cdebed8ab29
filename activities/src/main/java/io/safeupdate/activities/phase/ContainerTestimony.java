package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.Baseline;
import java.time.Instant;
import java.util.Optional;

/** One container for people: how it is, since when, and whose it is. */
record ContainerTestimony(Container container, Baseline before) {

  String text(Engine engine) {
    return "%s%n".formatted(container.name())
        + line("service", container.service().orElse("none"))
        + line("version", isOld() ? "the old one's" : "began with this operation")
        + line("state", state())
        + line("restarts", container.restarts() + ", policy " + container.restartPolicy())
        + line("image", image(engine))
        + line("started", container.startedAt().toString())
        + container.finishedAt().map(Instant::toString).map(it -> line("ended", it)).orElse("")
        + line("ports", container.ports().toString())
        + "\n";
  }

  private boolean isOld() {
    return before.containers().stream().anyMatch(it -> it.id().equals(container.id()));
  }

  private String state() {
    String state =
        container.isRunning()
            ? container.status()
            : container.status() + ", code " + container.exitCode();
    return state + container.health().map(word -> ", " + word).orElse("");
  }

  private String image(Engine engine) {
    return Optional.of(container.imageId())
        .flatMap(engine::image)
        .map(image -> container.imageId() + " " + String.join(" ", image.references()))
        .orElse(container.imageId())
        .strip();
  }

  private static String line(String name, String value) {
    return "  %-9s %s%n".formatted(name, value);
  }
}

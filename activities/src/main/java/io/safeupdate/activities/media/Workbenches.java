package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Engine.Workbench;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Containers of an operation that work with the volume of user files. An engine that copies out of
 * a container answers no question about it meanwhile, so the application's own are left alone.
 */
public final class Workbenches {
  private static final Duration QUESTION = Duration.ofMinutes(1);
  private static final List<String> WAITING =
      List.of("sh", "-c", "trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done");

  private final Engine engine;
  private final String name;
  private final Map<String, String> labels;

  /**
   * @param name of the container; whatever has it is a remnant of an earlier attempt
   * @param labels by which everything of the operation is found
   */
  public Workbenches(Engine engine, String name, Map<String, String> labels) {
    this.engine = engine;
    this.name = name;
    this.labels = Map.copyOf(labels);
  }

  /** A container that is never started: enough for copying. Answers its id. */
  String idle(MediaPlace place) {
    return create(place, place.image());
  }

  /**
   * A running container with a shell. Removes an earlier attempt's first, and so ends what that one
   * still does.
   *
   * @param images the first that has a shell is taken
   * @throws StepFailure {@code PreconditionFailed} when none has
   */
  String running(MediaPlace place, List<String> images) {
    for (String image : images) {
      String id = create(place, image);
      if (works(id)) {
        return id;
      }
    }
    remove();
    throw new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "None of the images %s has the shell, find, mv and stat that swapping files needs. Nothing was touched. Give the deployment a database service, whose image is taken then, or unpack the archive by hand."
            .formatted(String.join(", ", images)));
  }

  /** Removes the container, whatever it does; no-op when there is none. */
  public void remove() {
    engine.container(name).map(Container::id).ifPresent(engine::discard);
  }

  private String create(MediaPlace place, String image) {
    remove();
    return engine.create(new Workbench(name, image, place.benchMount(), labels, WAITING));
  }

  private boolean works(String id) {
    try {
      engine.start(id);
      String need = "command -v find && command -v mv && command -v stat && command -v df";
      return engine.exec(id, List.of("sh", "-c", need), Map.of(), QUESTION).succeeded();
    } catch (StepFailure e) {
      if (e.type() == FailureType.PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes starting a one-off safe to repeat: its name is the mutex, and a second attempt attaches to
 * the container that the first one left.
 */
final class OneOffs {
  private final Function<String, Optional<Container>> byName;
  private final Consumer<String> start;

  /**
   * @param byName finds a container
   * @param start starts the container of an id
   */
  OneOffs(Function<String, Optional<Container>> byName, Consumer<String> start) {
    this.byName = byName;
    this.start = start;
  }

  /** The id of the container that {@code compose run} started, or had started before. */
  String started(Compose.OneOff oneOff, CompletedProcess ended) {
    if (ended.succeeded()) {
      return ended.stdout().strip();
    }
    if (!ended.stderr().contains("is already in use by container")) {
      throw CliFailure.of(
          FailureType.PRECONDITION_FAILED,
          "Compose could not start the one-off container " + oneOff.name(),
          ended);
    }
    return attach(oneOff).id();
  }

  private Container attach(Compose.OneOff oneOff) {
    Container found = byName.apply(oneOff.name()).orElseThrow(() -> goneMeanwhile(oneOff));
    if (!found.service().equals(Optional.of(oneOff.service()))) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The container name %s is taken by %s, which Safe Update did not make. Remove or rename it."
              .formatted(oneOff.name(), found.id()));
    }
    // The first attempt may have died between creating it and starting it.
    if (found.status().equals("created")) {
      start.accept(found.id());
    }
    return found;
  }

  private static StepFailure goneMeanwhile(Compose.OneOff oneOff) {
    return new StepFailure(
        FailureType.LOCK_BUSY,
        "The container name %s was in use, and is not any more.".formatted(oneOff.name()));
  }
}

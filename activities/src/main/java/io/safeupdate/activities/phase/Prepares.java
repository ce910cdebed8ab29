package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What prepare leaves on the host: an export, one-offs, images under our own tags. */
final class Prepares {
  private Prepares() {}

  /** Drops all of it; says how many images. */
  static int drop(Deployment deployment, Step step) {
    Engine engine = deployment.host().engine();
    new Export(deployment, step.tag()).delete();
    OneOffs.removeAll(engine, step);
    return untag(deployment, step);
  }

  /** Takes our own tags off the prepared images. */
  static int untag(Deployment deployment, Step step) {
    return untag(deployment, Set.of(step.tag()));
  }

  /**
   * The same for several operations.
   *
   * @param operations their short ids
   */
  static int untag(Deployment deployment, Set<String> operations) {
    Engine engine = deployment.host().engine();
    Set<String> ours = operations.stream().map(ImageNames::preparedTag).collect(Collectors.toSet());
    List<String> tags =
        engine.tags(ImageNames.prefix(deployment.name())).stream()
            .filter(tag -> ours.contains(tag.substring(tag.lastIndexOf(':') + 1)))
            .toList();
    tags.forEach(engine::untag);
    return tags.size();
  }
}

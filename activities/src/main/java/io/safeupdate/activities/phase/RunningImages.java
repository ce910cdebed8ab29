package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** The images that run, for commands that are to run in them: nothing is prepared, or written. */
final class RunningImages {
  private final Deployment deployment;
  private final Baseline before;

  RunningImages(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.before = deployment.record(step).get(Baseline.class);
  }

  /** The image of a service's containers, or the one that Compose would make them from. */
  PreparedImages of(String service) {
    PreparedImage image =
        before.of(service).stream()
            .findFirst()
            .map(this::pinned)
            .orElseGet(() -> referenced(service));
    return new PreparedImages(List.of(image), List.of(), "", List.of(), nothingDecided());
  }

  /** Its reference may have moved since the container was made; our pin does not. */
  private PreparedImage pinned(RunningContainer container) {
    String pin = ImageNames.pinned(deployment.name(), container.service(), before.restorePoint());
    deployment.host().engine().tag(container.imageId(), pin);
    return image(container.service(), container.imageReference(), container.imageId(), pin);
  }

  private PreparedImage referenced(String service) {
    Optional<String> reference =
        Optional.ofNullable(
                deployment
                    .host()
                    .compose()
                    .config(deployment.project(before))
                    .services()
                    .get(service))
            .map(ComposeService::image);
    return reference
        .flatMap(deployment.host().engine()::image)
        .map(found -> image(service, reference.get(), found.id(), reference.get()))
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED,
                    "There is no image of service %s to migrate with: correct `migrate.service`, or build it."
                        .formatted(service)));
  }

  private static PreparedImage image(String service, String reference, String id, String tag) {
    return new PreparedImage(reference, id, tag, false, List.of(service));
  }

  private static Prepared nothingDecided() {
    return new Prepared(
        Strategy.NONE,
        Prepared.Migration.COMMAND,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of());
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.RebuildActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Map;

/** Gives the prepared images their compose tags; nothing is built twice. */
public final class RebuildPhase implements RebuildActivities {
  private final Host host;

  public RebuildPhase(Host host) {
    this.host = host;
  }

  @Override
  public String rebuild(Step step) {
    PreparedImages prepared = record(step).get(PreparedImages.class);
    for (PreparedImage image : prepared.images()) {
      tag(image.id(), image.reference());
    }
    return "compose tags are on " + Amounts.count(prepared.images().size(), "new image");
  }

  @Override
  public String back(Step step) {
    OperationRecord record = record(step);
    Map<String, String> before = record.get(Baseline.class).images();
    before.forEach((reference, id) -> tag(id, reference));
    record.find(PreparedImages.class).ifPresent(prepared -> untagNew(prepared, before));
    return "compose tags are back on " + Amounts.count(before.size(), "old image");
  }

  /** References that only the new version knows must not start it by accident. */
  private void untagNew(PreparedImages prepared, Map<String, String> before) {
    prepared.images().stream()
        .filter(PreparedImage::built)
        .map(PreparedImage::reference)
        .filter(reference -> !before.containsKey(reference))
        .forEach(host.engine()::untag);
  }

  private void tag(String id, String reference) {
    Engine engine = host.engine();
    if (engine.image(id).isEmpty()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The image %s (%s) is gone from the engine: somebody pruned it. Rebuild it from its commit and tag it %s."
              .formatted(id, reference, reference));
    }
    engine.tag(id, reference);
    boolean tagged = engine.image(reference).map(Engine.Image::id).filter(id::equals).isPresent();
    if (!tagged) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          reference + " does not name " + id + " after tagging it");
    }
  }

  private OperationRecord record(Step step) {
    return host.deployment(step.deployment()).record(step);
  }
}

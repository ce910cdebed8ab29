package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Baseline;
import java.util.Map;
import java.util.TreeMap;

/**
 * The references that keep a version's images from being pruned, whatever happens to their tags.
 */
final class Pins {
  private Pins() {}

  /** Gives them to the images that run; idempotent. */
  static void take(Deployment deployment, Baseline before) {
    of(deployment.name(), before).forEach((pin, id) -> deployment.host().engine().tag(id, pin));
  }

  /** Image id by our own reference, one for each service. */
  private static Map<String, String> of(String deployment, Baseline before) {
    Map<String, String> pins = new TreeMap<>();
    before.containers().stream()
        .filter(it -> !it.service().isEmpty())
        .forEach(
            it ->
                pins.put(
                    ImageNames.pinned(deployment, it.service(), before.restorePoint()),
                    it.imageId()));
    return pins;
  }

  /** Takes the references away again, unless a restore point needs them. */
  static void release(Deployment deployment, Baseline before) {
    if (deployment.restorePoints().find(before.restorePoint()).isEmpty()) {
      of(deployment.name(), before).keySet().forEach(deployment.host().engine()::untag);
    }
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which services an update replaces: their image or their definition is not what runs. */
final class Replaced {
  private final Baseline before;
  private final ComposeModel current;
  private final ComposeModel target;
  private final List<PreparedImage> images;

  /**
   * @param target with its paths as they will be in the checkout
   */
  Replaced(Baseline before, ComposeModel current, ComposeModel target, List<PreparedImage> images) {
    this.before = before;
    this.current = current;
    this.target = target;
    this.images = images;
  }

  Set<String> services() {
    Set<String> replaced = new TreeSet<>(target.services().keySet());
    replaced.removeIf(this::stays);
    return replaced;
  }

  private boolean stays(String service) {
    return before.of(service).stream()
            .anyMatch(it -> image(service).equals(Optional.of(it.imageId())))
        && current.services().containsKey(service)
        && current.serviceHash(service).equals(target.serviceHash(service));
  }

  private Optional<String> image(String service) {
    return images.stream()
        .filter(image -> image.services().contains(service))
        .map(PreparedImage::id)
        .findFirst();
  }
}

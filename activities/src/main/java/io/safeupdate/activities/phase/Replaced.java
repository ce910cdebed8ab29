package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    return target.services().keySet().stream()
        .filter(service -> why(service).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why a service of the target is replaced; empty: it stays as it runs. */
  Optional<String> why(String service) {
    if (before.of(service).stream()
        .noneMatch(it -> image(service).equals(Optional.of(it.imageId())))) {
      return Optional.of("its image changes");
    }
    return current.services().containsKey(service)
            && current.serviceHash(service).equals(target.serviceHash(service))
        ? Optional.empty()
        : Optional.of("its configuration changes");
  }

  private Optional<String> image(String service) {
    return images.stream()
        .filter(image -> image.services().contains(service))
        .map(PreparedImage::id)
        .findFirst();
  }
}

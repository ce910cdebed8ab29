package io.safeupdate.activities.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The volumes and host directories that a container has mounted. */
final class MountsOf {
  private final List<InspectContainerResponse.Mount> mounts;

  private MountsOf(List<InspectContainerResponse.Mount> mounts) {
    this.mounts = mounts;
  }

  static MountsOf container(InspectContainerResponse found) {
    return new MountsOf(
        Optional.ofNullable(found.getMounts()).orElse(List.of()).stream()
            .filter(mount -> mount.getName() != null || isPath(mount.getSource()))
            .toList());
  }

  /**
   * What another container must mount to see the same at a path: the mount that the path lies on,
   * and those below it; nothing when the path lies on none.
   */
  List<Mount> seenAt(String path) {
    Path wanted = Path.of(path).normalize();
    Optional<InspectContainerResponse.Mount> holder =
        mounts.stream()
            .filter(mount -> wanted.startsWith(target(mount)))
            .max(Comparator.comparing(mount -> target(mount).getNameCount()));
    if (holder.isEmpty()) {
      return List.of();
    }
    List<InspectContainerResponse.Mount> seen = new ArrayList<>(List.of(holder.get()));
    mounts.stream()
        .filter(mount -> !target(mount).equals(wanted) && target(mount).startsWith(wanted))
        .forEach(seen::add);
    return seen.stream().map(MountsOf::again).toList();
  }

  /** By name, so that the volume stays when the other container goes with its own volumes. */
  private static Mount again(InspectContainerResponse.Mount mount) {
    Mount again =
        new Mount()
            .withTarget(mount.getDestination().getPath())
            .withReadOnly(!Boolean.TRUE.equals(mount.getRW()));
    return mount.getName() == null
        ? again.withType(MountType.BIND).withSource(mount.getSource())
        : again
            .withType(MountType.VOLUME)
            .withSource(mount.getName())
            .withVolumeOptions(new VolumeOptions().withNoCopy(true));
  }

  private static Path target(InspectContainerResponse.Mount mount) {
    return Path.of(mount.getDestination().getPath()).normalize();
  }

  private static boolean isPath(String source) {
    return source != null && source.startsWith("/");
  }
}

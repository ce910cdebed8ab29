package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Engine.Mount;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where user files lie.
 *
 * @param path of their directory in the service's container
 * @param container one of the service, in any state
 * @param image that it was created from
 * @param mount what the directory is on; empty: on the container's own, which goes with it
 */
public record MediaPlace(
    String service, String path, String container, String image, Optional<Mount> mount) {

  /**
   * Finds what a directory is on.
   *
   * @param mounts of the container
   * @throws StepFailure {@code PreconditionFailed} when it is in memory, where no workbench sees it
   */
  public static MediaPlace of(
      String service, String path, String container, String image, List<Mount> mounts) {
    Optional<Mount> mount =
        mounts.stream()
            .filter(it -> path.equals(it.target()) || path.startsWith(it.target() + "/"))
            .max(Comparator.comparingInt(it -> it.target().length()));
    if (mount.filter(it -> it.type().equals("tmpfs")).isPresent()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "%s of %s is in memory (tmpfs), and gone with the container. Correct media.path, or mount a volume there."
              .formatted(path, service));
    }
    return new MediaPlace(service, path, container, image, mount);
  }

  /** What it is on, in words. */
  public String volume() {
    return mount.map(it -> it.type() + " " + it.source()).orElse("image");
  }

  /**
   * The mount of a directory that outlives its container.
   *
   * @throws StepFailure {@code PreconditionFailed} when there is none
   */
  Mount lasting() {
    return mount.orElseThrow(
        () ->
            new StepFailure(
                FailureType.PRECONDITION_FAILED,
                "%s of %s is on no volume: what is put there is gone with its container. Mount a volume there first; until then, unpack the archive by hand."
                    .formatted(path, service)));
  }

  /**
   * The mount as a workbench sees it: at a place that no image has, under its own last name, so
   * that archives begin with the name of the media directory.
   */
  Mount benchMount() {
    Mount mount = lasting();
    String last = mount.target().substring(mount.target().lastIndexOf('/') + 1);
    return new Mount(mount.type(), mount.source(), "/safe-update/" + last);
  }

  /** The media directory as a workbench sees it. */
  String benchPath() {
    return benchMount().target() + path.substring(lasting().target().length());
  }

  /** The last name of the media directory. */
  String root() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

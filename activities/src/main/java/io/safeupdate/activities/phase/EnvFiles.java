package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.RestorePoint;
import java.nio.file.Path;

/** The env file on the way to a restore point and back. */
final class EnvFiles {
  private EnvFiles() {}

  /**
   * Whether the env file is to come back with a restore point: it was recorded, it is another now,
   * and it is not one of the checkout's own files, which come with the commit.
   *
   * @param commit that the checkout is at then
   */
  static boolean comesBack(Deployment deployment, RestorePoint point, String commit) {
    return point
        .envFile()
        .filter(file -> deployment.config().envFile().filter(file::equals).isPresent())
        .filter(file -> !isTracked(deployment, file, commit))
        .filter(file -> EnvCopy.differs(point, file))
        .isPresent();
  }

  private static boolean isTracked(Deployment deployment, Path file, String commit) {
    Path root = deployment.checkout().root();
    Path normal = file.toAbsolutePath().normalize();
    return normal.startsWith(root)
        && deployment.checkout().contains(commit, root.relativize(normal).toString());
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Restore points of a shop, the one younger than the other. */
final class RecordedPoints {
  private final Shop shop;
  private int written;

  RecordedPoints(Shop shop) {
    this.shop = shop;
  }

  /** Writes one of today's env file, where there is one. */
  RestorePoint write(String id, String commit) {
    Deployment deployment = shop.host().deployment("production");
    Optional<Path> env = deployment.config().envFile();
    RestorePoint point =
        new RestorePoint(
            RestorePoint.SCHEMA_VERSION,
            id,
            Shop.NOW.plus(Duration.ofMinutes(++written)),
            "production",
            "operation-of-" + id,
            commit,
            "subject",
            "master",
            PrivateRefs.restorePoint(id),
            commit,
            shop.checkout,
            List.of(),
            "shop",
            List.of(),
            Strategy.NONE,
            Optional.empty(),
            Optional.empty(),
            env,
            env.map(EnvCopy::sha256),
            "hash",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    EnvCopy.write(point, deployment.restorePoints().directory(id));
    deployment.restorePoints().write(point);
    return point;
  }
}

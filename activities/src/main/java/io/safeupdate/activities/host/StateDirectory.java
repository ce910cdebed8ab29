package io.safeupdate.activities.host;

import java.nio.file.Path;

/**
 * The layout of the state directory. It lies outside of every checkout.
 *
 * <pre>
 * deployments/NAME/lock.json
 * deployments/NAME/kept-backups.json       the backups that are never pruned
 * deployments/NAME/operations/RUN/…        what one operation knows and has done
 *   logs/STEP-ROUND.log                    what its own containers printed
 *   failures/PHASE-ROUND/…                 what a failure looked like
 * deployments/NAME/restore-points/ID/…     one restore point
 * deployments/NAME/media/…                 archives of user files
 * receipts/RUN.json                        how an operation ended
 * </pre>
 *
 * @param root absolute
 */
public record StateDirectory(Path root) {

  public Path deployments() {
    return root.resolve("deployments");
  }

  public Path deployment(String name) {
    return deployments().resolve(name);
  }

  public Path operations(String deployment) {
    return deployment(deployment).resolve("operations");
  }

  public Path operation(String deployment, String operation) {
    return operations(deployment).resolve(operation);
  }

  public Path restorePoints(String deployment) {
    return deployment(deployment).resolve("restore-points");
  }

  public Path media(String deployment) {
    return deployment(deployment).resolve("media");
  }

  public Path receipts() {
    return root.resolve("receipts");
  }
}

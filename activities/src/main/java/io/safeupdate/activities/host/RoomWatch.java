package io.safeupdate.activities.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what operations hold in {@link Reserve} while the disk of the state directory is full.
 * Temporal's database is mostly on that disk, and no step ends without a word of its server.
 */
public final class RoomWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);
  private static final long FULL = Reserve.PIECE / 2;

  private final StateDirectory state;
  private final Free free;

  public RoomWatch(StateDirectory state) {
    this(state, () -> Files.getFileStore(state.root()).getUsableSpace());
  }

  RoomWatch(StateDirectory state, Free free) {
    this.state = state;
    this.free = free;
  }

  /** Asks for the room on the disk, in bytes. */
  interface Free {
    long bytes() throws IOException;
  }

  /** Looks once, and gives back one piece at most. */
  @Override
  public void run() {
    try {
      boolean isUsed = Files.isDirectory(state.deployments());
      if (isUsed && free.bytes() < FULL && giveBackOne()) {
        LOG.warn("the disk of {} is full: gave back room that was held in reserve", state.root());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("looking for room in {}: {}", state.root(), e.getMessage());
    }
  }

  private boolean giveBackOne() throws IOException {
    return children(state.deployments()).stream()
        .flatMap(
            deployment ->
                new DeploymentLock(deployment)
                    .owner().map(owner -> record(deployment, owner)).stream())
        .anyMatch(record -> record.reserve().giveBackOne());
  }

  private OperationRecord record(Path deployment, DeploymentLock.Owner owner) {
    return new OperationRecord(
        state.operation(deployment.getFileName().toString(), owner.operation()));
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    }
  }
}

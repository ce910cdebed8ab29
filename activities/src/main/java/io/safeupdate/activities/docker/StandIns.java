package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import io.safeupdate.activities.failure.StepFailure;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Containers that are never started, with another one's mounts, to copy from and into in its place:
 * engines answer no question about a container while they copy, so for as long as that takes nobody
 * could inspect, stop or enter it, and no health check would be noted.
 *
 * <p>One that a killed process left is removed when the next one is made.
 */
final class StandIns {
  private static final Logger log = LoggerFactory.getLogger(StandIns.class);
  private static final String LABEL = "io.safeupdate.stand-in-of-process";

  private final EngineConnection engine;

  StandIns(EngineConnection engine) {
    this.engine = engine;
  }

  /**
   * A stand-in for a running container, if the path lies on a mount of it; else there is none, for
   * only the container itself has the path.
   */
  Optional<String> create(String containerId, String path) {
    return engine.ask(
        "Making a stand-in for container " + containerId,
        client -> {
          sweep(client);
          return inspect(client, containerId)
              .filter(found -> Boolean.TRUE.equals(found.getState().getRunning()))
              .flatMap(found -> create(client, found, MountsOf.container(found).seenAt(path)));
        });
  }

  /** Whatever else goes wrong, and also when the thread has been interrupted. */
  void remove(String id) {
    boolean interrupted = Thread.interrupted();
    try {
      engine.ask(
          "Removing the stand-in " + id,
          client -> {
            remove(client, id);
            return id;
          });
    } catch (StepFailure e) {
      log.warn("Stand-in {} stays until the next copy of another process", id, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Optional<String> create(
      DockerClient client, InspectContainerResponse original, List<Mount> mounts) {
    if (mounts.isEmpty()) {
      return Optional.empty();
    }
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    HostConfig host = HostConfig.newHostConfig().withMounts(mounts).withNetworkMode("none");
    return Optional.of(
        client
            .createContainerCmd(original.getImageId())
            .withName("su-stand-in-" + random)
            .withLabels(Map.of(LABEL, ThisProcess.NAME))
            .withHostConfig(host)
            .withEntrypoint("true")
            .withCmd()
            .exec()
            .getId());
  }

  private static void sweep(DockerClient client) {
    client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
        .filter(found -> !ThisProcess.isAlive(found.getLabels().get(LABEL)))
        .forEach(found -> remove(client, found.getId()));
  }

  /** With the volumes that the image asked for; those of the original have names here. */
  private static void remove(DockerClient client, String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException | ConflictException e) {
      return; // Gone, or somebody is just removing it.
    }
  }

  private static Optional<InspectContainerResponse> inspect(DockerClient client, String id) {
    try {
      return Optional.of(client.inspectContainerCmd(id).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}

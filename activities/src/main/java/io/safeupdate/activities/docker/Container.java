package io.safeupdate.activities.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as the engine inspects it.
 *
 * @param service the Compose service, from its label; empty where Compose did not make it
 * @param number Compose's replica number
 * @param imageId the id of the image it was created from, whatever that image is tagged now
 * @param status the engine's word: {@code created}, {@code running}, {@code exited}, …
 * @param exitCode of its last end; meaningless while it runs
 * @param health the word of its healthcheck: "healthy", "unhealthy" or "starting"; empty: it has
 *     none
 * @param restarts how often the engine restarted it by its policy
 * @param finishedAt when it ended last; empty: it never did
 * @param ports host ports by container port, for TCP
 * @param restartPolicy the engine's word, such as {@code unless-stopped}; {@code no} when none
 */
public record Container(
    String id,
    String name,
    Optional<String> service,
    int number,
    String imageId,
    String status,
    int exitCode,
    Optional<String> health,
    int restarts,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Map<Integer, Integer> ports,
    List<String> volumes,
    String restartPolicy,
    Map<String, String> labels) {

  public Container {
    ports = Map.copyOf(ports);
    volumes = List.copyOf(volumes);
    labels = Map.copyOf(labels);
  }

  public boolean isRunning() {
    return status.equals("running");
  }
}

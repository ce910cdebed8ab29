package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.RestartPolicy;
import io.safeupdate.activities.process.SecretMask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers' part of {@link DockerEngine}. */
final class EngineContainers {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);
  private static final Duration AFTER_GRACE = Duration.ofMinutes(1);

  private final EngineConnection engine;

  EngineContainers(EngineConnection engine) {
    this.engine = engine;
  }

  List<Container> labelled(Map<String, String> labels) {
    return engine.ask(
        "Listing the containers with " + labels,
        client ->
            client.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec().stream()
                .flatMap(found -> inspect(client, found.getId()).stream())
                .map(ContainerReader::read)
                .toList());
  }

  Optional<Container> container(String idOrName) {
    return inspected(idOrName).map(ContainerReader::read);
  }

  /** What hides the secrets that a container was given in its environment. */
  SecretMask secrets(String idOrName) {
    return inspected(idOrName)
        .map(ContainerReader::environment)
        .map(SecretMask::ofEnvironment)
        .orElse(SecretMask.NOTHING);
  }

  List<String> addresses(String id) {
    return inspected(id).map(ContainerReader::addresses).orElse(List.of());
  }

  void start(String id) {
    engine.ask(
        "Starting container " + id,
        client -> {
          try {
            return client.startContainerCmd(id).exec();
          } catch (NotModifiedException e) {
            return null; // It runs already.
          }
        });
  }

  void stop(String id) {
    Duration grace = inspected(id).map(EngineContainers::grace).orElse(Duration.ZERO);
    engine.ask(
        "Stopping container " + id,
        grace.plus(AFTER_GRACE),
        client -> {
          try {
            return client.stopContainerCmd(id).exec();
          } catch (NotModifiedException | NotFoundException e) {
            return null; // It does not run.
          }
        });
  }

  void restartPolicy(String id, String policy) {
    engine.ask(
        "Setting the restart policy of container " + id,
        client -> client.updateContainerCmd(id).withRestartPolicy(parse(policy)).exec());
  }

  void remove(String id) {
    engine.ask(
        "Removing container " + id,
        client -> {
          try {
            return client.removeContainerCmd(id).withForce(true).withRemoveVolumes(false).exec();
          } catch (NotFoundException | ConflictException e) {
            return null; // Gone, or somebody is just removing it.
          }
        });
  }

  private Optional<InspectContainerResponse> inspected(String idOrName) {
    return engine.ask("Inspecting container " + idOrName, client -> inspect(client, idOrName));
  }

  private static Optional<InspectContainerResponse> inspect(DockerClient client, String idOrName) {
    try {
      return Optional.of(client.inspectContainerCmd(idOrName).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** The library has no field for it. */
  private static Duration grace(InspectContainerResponse answer) {
    return answer.getConfig().getRawValues().get("StopTimeout") instanceof Number seconds
        ? Duration.ofSeconds(seconds.longValue())
        : DEFAULT_GRACE;
  }

  /** The library's own "no" is an empty name, which the engine takes for "leave it as it is". */
  private static RestartPolicy parse(String policy) {
    return policy.equals("no")
        ? new ObjectMapper().convertValue(Map.of("Name", "no"), RestartPolicy.class)
        : RestartPolicy.parse(policy);
  }
}

package io.safeupdate.activities.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The networks' part of {@link DockerEngine}. */
final class EngineNetworks {
  private static final String KEY = "com.docker.compose.network";

  private final EngineConnection engine;

  EngineNetworks(EngineConnection engine) {
    this.engine = engine;
  }

  List<Engine.Network> networks(String project) {
    return engine.ask(
        "Listing the networks of project " + project,
        client ->
            client
                .listNetworksCmd()
                .withFilter("label", List.of(ContainerReader.PROJECT + "=" + project))
                .exec()
                .stream()
                .map(EngineNetworks::read)
                .toList());
  }

  void remove(String id) {
    engine.ask(
        "Removing network " + id,
        client -> {
          try {
            return client.removeNetworkCmd(id).exec();
          } catch (NotFoundException e) {
            return null; // It is gone.
          } catch (DockerException e) {
            if (String.valueOf(e.getMessage()).contains("active endpoints")) {
              return null; // It is used.
            }
            throw e;
          }
        });
  }

  private static Engine.Network read(com.github.dockerjava.api.model.Network network) {
    Map<String, String> labels = Optional.ofNullable(network.getLabels()).orElse(Map.of());
    return new Engine.Network(network.getId(), labels.getOrDefault(KEY, network.getName()));
  }
}

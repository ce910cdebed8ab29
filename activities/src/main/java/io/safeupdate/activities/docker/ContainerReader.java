package io.safeupdate.activities.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a {@link Container} out of the engine's answer, which leaves out what does not apply. */
final class ContainerReader {
  static final String PROJECT = "com.docker.compose.project";
  static final String ONE_OFF = "com.docker.compose.oneoff";
  private static final String SERVICE = "com.docker.compose.service";
  private static final String NUMBER = "com.docker.compose.container-number";

  private final InspectContainerResponse answer;
  private final InspectContainerResponse.ContainerState state;

  private ContainerReader(InspectContainerResponse answer) {
    this.answer = answer;
    this.state = answer.getState();
  }

  static Container read(InspectContainerResponse answer) {
    return new ContainerReader(answer).read();
  }

  /** The variables that a container was created with, those of its image among them. */
  static Map<String, String> environment(InspectContainerResponse answer) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : Optional.ofNullable(answer.getConfig().getEnv()).orElse(new String[0])) {
      String[] parts = variable.split("=", 2);
      environment.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return environment;
  }

  /** Its IPv4 addresses in the networks it is connected to. */
  static List<String> addresses(InspectContainerResponse answer) {
    return answer.getNetworkSettings().getNetworks().values().stream()
        .map(ContainerNetwork::getIpAddress)
        .filter(address -> address != null && !address.isEmpty())
        .sorted()
        .toList();
  }

  private Container read() {
    Map<String, String> labels =
        Optional.ofNullable(answer.getConfig().getLabels()).orElse(Map.of());
    return new Container(
        answer.getId(),
        answer.getName().substring(1),
        Optional.ofNullable(labels.get(SERVICE)),
        Integer.parseInt(labels.getOrDefault(NUMBER, "0")),
        answer.getImageId(),
        Objects.requireNonNullElse(state.getStatus(), "unknown"),
        Optional.ofNullable(state.getExitCodeLong()).orElse(0L).intValue(),
        health(),
        Optional.ofNullable(answer.getRestartCount()).orElse(0),
        startedAt(),
        finishedAt(),
        ports(),
        volumes(),
        restartPolicy(),
        labels);
  }

  private Instant startedAt() {
    return Optional.ofNullable(state.getStartedAt())
        .map(started -> OffsetDateTime.parse(started).toInstant())
        .orElse(Instant.EPOCH);
  }

  /** The engine's word for "never" is the first moment of our era. */
  private Optional<Instant> finishedAt() {
    return Optional.ofNullable(state.getFinishedAt())
        .filter(finished -> !finished.isEmpty())
        .map(finished -> OffsetDateTime.parse(finished).toInstant())
        .filter(finished -> finished.isAfter(Instant.EPOCH));
  }

  private Optional<String> health() {
    return Optional.ofNullable(state.getHealth())
        .map(HealthState::getStatus)
        .filter(status -> !status.isEmpty() && !status.equals("none"));
  }

  private Map<Integer, Integer> ports() {
    Map<Integer, Integer> ports = new HashMap<>();
    Optional.ofNullable(answer.getNetworkSettings().getPorts())
        .map(Ports::getBindings)
        .orElse(Map.of())
        .forEach((exposed, bindings) -> putPublished(ports, exposed, bindings));
    return ports;
  }

  private static void putPublished(
      Map<Integer, Integer> ports, ExposedPort exposed, Ports.Binding[] bindings) {
    if (bindings != null && bindings.length > 0 && exposed.getProtocol() == InternetProtocol.TCP) {
      ports.put(exposed.getPort(), Integer.valueOf(bindings[0].getHostPortSpec()));
    }
  }

  private List<String> volumes() {
    return Optional.ofNullable(answer.getMounts()).stream()
        .flatMap(List::stream)
        .map(InspectContainerResponse.Mount::getName)
        .flatMap(Stream::ofNullable)
        .sorted()
        .toList();
  }

  private String restartPolicy() {
    return Optional.ofNullable(answer.getHostConfig().getRestartPolicy())
        .map(RestartPolicy::toString)
        .filter(policy -> !policy.isEmpty())
        .orElse("no");
  }
}

package io.safeupdate.activities.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Command;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.workflows.contract.FailureType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the engine is.
 *
 * @param certificates directory with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty:
 *     no TLS
 */
record EngineHost(URI uri, Optional<Path> certificates) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SCHEMES = List.of("unix", "npipe", "tcp");

  /**
   * The engine that the {@code docker} command would talk to: it alone knows the precedence of
   * {@code DOCKER_HOST}, {@code DOCKER_CONTEXT} and the context that was chosen with {@code docker
   * context use}.
   */
  static EngineHost ofDockerCommand(ProcessRunner runner, Map<String, String> environment) {
    Command inspect =
        Command.of(Path.of("/"), "docker", "context", "inspect", "--format", "{{json .}}");
    CompletedProcess ended = runner.run(inspect);
    if (!ended.succeeded()) {
      throw CliFailure.of(
          FailureType.CONFIG_INVALID,
          "`docker context inspect` does not say where the engine is",
          ended);
    }
    return parse(ended.stdout(), environment);
  }

  static EngineHost parse(String context, Map<String, String> environment) {
    JsonNode json = read(context);
    URI uri = URI.create(json.path("Endpoints").path("docker").path("Host").asText());
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
    if (!SCHEMES.contains(scheme)) {
      throw new StepFailure(
          FailureType.ENGINE_INCOMPATIBLE,
          "Safe Update cannot reach the Docker engine at %s: it knows %s. Run the worker on the engine's own host."
              .formatted(uri, String.join(", ", SCHEMES)));
    }
    Optional<Path> certificates = certificates(json, environment);
    return new EngineHost(withPort(uri, certificates.isPresent()), certificates);
  }

  private static Optional<Path> certificates(JsonNode context, Map<String, String> environment) {
    if (context.path("TLSMaterial").path("docker").isEmpty()) {
      return Optional.empty();
    }
    String stored = context.path("Storage").path("TLSPath").asText();
    if (stored.startsWith("/")) {
      return Optional.of(Path.of(stored, "docker"));
    }
    // The default context keeps them in memory; these are the places it read them from.
    return Stream.of("DOCKER_CERT_PATH", "DOCKER_CONFIG")
        .filter(environment::containsKey)
        .map(name -> Path.of(environment.get(name)))
        .findFirst()
        .or(() -> Optional.of(Path.of(environment.getOrDefault("HOME", "/root"), ".docker")));
  }

  private static URI withPort(URI uri, boolean tls) {
    boolean complete = !uri.getScheme().equals("tcp") || uri.getPort() >= 0;
    return complete ? uri : URI.create("tcp://" + uri.getHost() + (tls ? ":2376" : ":2375"));
  }

  private static JsonNode read(String context) {
    try {
      return JSON.readTree(context);
    } catch (JsonProcessingException e) {
      throw new StepFailure(
          FailureType.ENGINE_INCOMPATIBLE, "`docker context inspect` did not print JSON.", e);
    }
  }
}

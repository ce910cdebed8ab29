package io.safeupdate.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** How a server is reached. */
record ConnectionSettings(
    WorkflowServiceStubsOptions options, String address, String namespace, Optional<String> uiUrl) {
  private static final String DEFAULT = "default";

  /**
   * Resolves a target.
   *
   * @throws TemporalUnavailableException when no embedded server runs, or the client environment
   *     does not make sense
   */
  static ConnectionSettings of(
      TemporalTarget target, Path stateDirectory, Map<String, String> environment) {
    return target.isEmbedded()
        ? embedded(target.namespace(), stateDirectory)
        : external(target, environment);
  }

  private static ConnectionSettings embedded(String namespace, Path stateDirectory) {
    return ServerRecord.read(new ServerFiles(stateDirectory).record())
        .filter(record -> ServerProcess.of(record).isPresent())
        .map(record -> of(record, namespace))
        .orElseThrow(
            () ->
                new TemporalUnavailableException(
                    "No Temporal server runs for %s. Start it with `safe-update up`, or name a server in `temporal.address`."
                        .formatted(stateDirectory)));
  }

  /** The same, measured. */
  ConnectionSettings measured(ConnectionMetrics metrics) {
    return new ConnectionSettings(
        WorkflowServiceStubsOptions.newBuilder(options).setMetricsScope(metrics.scope()).build(),
        address,
        namespace,
        uiUrl);
  }

  static ConnectionSettings of(ServerRecord server, String namespace) {
    return new ConnectionSettings(
        WorkflowServiceStubsOptions.newBuilder().setTarget(server.address()).build(),
        server.address(),
        namespace.isBlank() ? DEFAULT : namespace,
        server.uiUrl());
  }

  private static ConnectionSettings external(
      TemporalTarget target, Map<String, String> environment) {
    try {
      ClientConfigProfile profile = profile(target, environment);
      WorkflowServiceStubsOptions options = profile.toWorkflowServiceStubsOptions();
      String namespace = Optional.ofNullable(profile.getNamespace()).orElse(DEFAULT);
      return new ConnectionSettings(options, options.getTarget(), namespace, Optional.empty());
    } catch (IOException | RuntimeException failure) {
      throw new TemporalUnavailableException(
          "The Temporal client environment (TEMPORAL_* variables, or the file they name) does not make sense: "
              + failure.getMessage(),
          failure);
    }
  }

  private static ClientConfigProfile profile(TemporalTarget target, Map<String, String> environment)
      throws IOException {
    ClientConfigProfile loaded =
        ClientConfigProfile.load(
            LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
    ClientConfigProfile.Builder profile = loaded.toBuilder();
    if (!target.address().isBlank()) {
      profile.setAddress(target.address());
    }
    if (!target.namespace().isBlank()) {
      profile.setNamespace(target.namespace());
    }
    return profile.build();
  }

  /** Why connecting failed, for an operator. */
  TemporalUnavailableException explained(RuntimeException failure) {
    return new TemporalUnavailableException(
        "Temporal at %s: %s".formatted(address, reason(failure)), failure);
  }

  private String reason(RuntimeException failure) {
    if (failure instanceof CancellationException) {
      return "connecting was interrupted.";
    }
    Status status =
        failure instanceof StatusRuntimeException refused
            ? refused.getStatus()
            : Status.fromThrowable(failure);
    return switch (status.getCode()) {
      case NOT_FOUND ->
          "there is no namespace %s. Create it: `temporal operator namespace create --retention 90d --namespace %s`."
              .formatted(namespace, namespace);
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          "it refuses us (%s). Check TEMPORAL_API_KEY and TEMPORAL_TLS_*."
              .formatted(status.getCode());
      default ->
          "it does not answer (%s). Check `temporal.address`, and TEMPORAL_TLS_* if it speaks TLS."
              .formatted(status.getCode());
    };
  }
}

package io.safeupdate.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.safeupdate.workflows.workflow.WorkflowTypes;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A connection to a Temporal server. */
public final class TemporalConnection implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final ConnectionSettings settings;
  private Optional<ConnectionMetrics> metrics = Optional.empty();

  private TemporalConnection(WorkflowServiceStubs stubs, ConnectionSettings settings) {
    this.stubs = stubs;
    this.settings = settings;
    this.client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setNamespace(settings.namespace())
                .setIdentity(Identity.ofProcess())
                .setDataConverter(WorkflowTypes.dataConverter())
                .build());
  }

  /**
   * Connects. For {@code embedded} to the server that an {@code up} on the state directory runs;
   * for any other as the standard Temporal client environment says (TLS, API key, profile), where
   * address and namespace of the target come first.
   *
   * @throws TemporalUnavailableException when the server does not answer within ten seconds,
   *     refuses us, or does not know the namespace
   */
  public static TemporalConnection connect(TemporalTarget target, Path stateDirectory) {
    return connect(ConnectionSettings.of(target, stateDirectory, System.getenv()));
  }

  /**
   * Connects as {@link #connect(TemporalTarget, Path)} does, and measures itself and the workers
   * that use it.
   *
   * @param registry where the metrics go, by the names that Temporal's documentation has
   */
  public static TemporalConnection connect(
      TemporalTarget target, Path stateDirectory, MeterRegistry registry) {
    ConnectionSettings settings = ConnectionSettings.of(target, stateDirectory, System.getenv());
    ConnectionMetrics metrics = ConnectionMetrics.into(registry);
    try {
      TemporalConnection connection = connect(settings.measured(metrics));
      connection.metrics = Optional.of(metrics);
      return connection;
    } catch (RuntimeException failure) {
      metrics.close();
      throw failure;
    }
  }

  static TemporalConnection connect(
      TemporalTarget target, Path stateDirectory, Map<String, String> environment) {
    return connect(ConnectionSettings.of(target, stateDirectory, environment));
  }

  static TemporalConnection connect(ConnectionSettings settings) {
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(settings.options());
    try {
      stubs.connect(CONNECT_LIMIT);
      checkNamespace(stubs, settings.namespace());
      return new TemporalConnection(stubs, settings);
    } catch (RuntimeException failure) {
      stubs.shutdownNow();
      throw settings.explained(failure);
    }
  }

  private static void checkNamespace(WorkflowServiceStubs stubs, String namespace) {
    try {
      stubs
          .blockingStub()
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() != Status.Code.PERMISSION_DENIED) {
        throw refused;
      }
    }
  }

  public WorkflowClient client() {
    return client;
  }

  /** {@code host:port} of the server. */
  public String address() {
    return settings.address();
  }

  /** Where the Web UI is, if that is known. */
  public Optional<String> uiUrl() {
    return settings.uiUrl();
  }

  /**
   * Registers the search attributes that operations need and the server does not know. A worker
   * calls it before it starts. Idempotent.
   *
   * @param tell hears when it cannot be seen whether any is missing
   * @throws TemporalUnavailableException when the server does not let us; the message has the
   *     commands for somebody it lets
   */
  public void registerSearchAttributes(Consumer<String> tell) {
    setup().registerSearchAttributes(tell);
  }

  NamespaceSetup setup() {
    return new NamespaceSetup(stubs, settings.namespace());
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    stubs.awaitTermination(1, TimeUnit.SECONDS);
    metrics.ifPresent(ConnectionMetrics::close);
  }
}

package io.safeupdate.cli.stack;

import io.micrometer.core.instrument.MeterRegistry;
import io.safeupdate.cli.monitoring.HostMonitoring;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.HostWork;
import io.safeupdate.worker.HostWorker;
import io.safeupdate.worker.Vitals;
import io.safeupdate.worker.schedule.ScheduleKeeper;
import io.safeupdate.worker.temporal.EmbeddedTemporal;
import io.safeupdate.worker.temporal.TemporalConnection;
import io.safeupdate.worker.temporal.TemporalTarget;
import io.safeupdate.worker.temporal.UpLock;
import io.safeupdate.workflows.client.Operations;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A worker, with the Temporal server it works for where the configuration embeds one. One for each
 * state directory.
 */
public final class Stack implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final SafeUpdateConfig config;
  private final Undertakings parts;
  private final TemporalConnection connection;
  private final HostWorker worker;
  private final HostWork work;

  private Stack(
      SafeUpdateConfig config,
      Undertakings parts,
      TemporalConnection connection,
      HostWorker worker,
      HostWork work) {
    this.config = config;
    this.parts = parts;
    this.connection = connection;
    this.worker = worker;
    this.work = work;
  }

  /**
   * Starts everything; works when this returns.
   *
   * @param tell hears what takes long or goes wrong, also later, on any thread
   * @throws io.safeupdate.worker.temporal.AlreadyUpException when another runs for the state
   *     directory
   * @throws io.safeupdate.worker.temporal.TemporalUnavailableException when there is no server
   */
  public static Stack start(SafeUpdateConfig config, Activities activities, Consumer<String> tell)
      throws InterruptedException {
    return start(config, activities, Optional.empty(), tell);
  }

  /**
   * Starts everything, and has Temporal's client and worker measure themselves.
   *
   * @param metrics where that goes
   */
  public static Stack start(
      SafeUpdateConfig config,
      Activities activities,
      Optional<MeterRegistry> metrics,
      Consumer<String> tell)
      throws InterruptedException {
    Undertakings parts = new Undertakings();
    parts.closeAtExit();
    try {
      parts.add(UpLock.acquire(config.stateDirectory()));
      if (config.temporal().isEmbedded()) {
        parts.add(
            EmbeddedTemporal.start(config.stateDirectory(), config.temporal().namespace(), tell));
      }
      TemporalConnection connection = parts.add(connect(config, metrics));
      connection.registerSearchAttributes(tell);
      HostWork work = activities.of(config);
      HostWorker worker = HostWorker.start(connection.client(), config.host(), work);
      parts.add(ScheduleKeeper.start(connection.client(), config, work.config(), tell));
      return new Stack(config, parts, connection, worker, work);
    } catch (RuntimeException | InterruptedException failure) {
      parts.close();
      throw failure;
    }
  }

  /** Connects to the server that the configuration names, or that an {@code up} runs. */
  public static TemporalConnection connect(SafeUpdateConfig config) {
    return connect(config, Optional.empty());
  }

  static TemporalConnection connect(SafeUpdateConfig config, Optional<MeterRegistry> metrics) {
    TemporalTarget target =
        new TemporalTarget(config.temporal().address(), config.temporal().namespace());
    return metrics
        .map(registry -> TemporalConnection.connect(target, config.stateDirectory(), registry))
        .orElseGet(() -> TemporalConnection.connect(target, config.stateDirectory()));
  }

  public SafeUpdateConfig config() {
    return config;
  }

  public WorkflowClient client() {
    return connection.client();
  }

  /** The host's operations. */
  public Operations operations() {
    return new Operations(connection.client(), config.host());
  }

  /** What its worker does. */
  public HostWork work() {
    return work;
  }

  /** What services beside it stand on. */
  public Backend backend() {
    return backend(config, connection, Optional.of(work.vitals()));
  }

  /** What services stand on whose worker is elsewhere. */
  public static Backend backend(SafeUpdateConfig config, TemporalConnection connection) {
    return backend(config, connection, Optional.empty());
  }

  private static Backend backend(
      SafeUpdateConfig config, TemporalConnection connection, Optional<Vitals> vitals) {
    Operations operations = new Operations(connection.client(), config.host());
    return new Backend(
        config,
        operations,
        connection.address(),
        connection.uiUrl(),
        HostMonitoring.of(operations, config.host(), vitals));
  }

  /** Takes no more work, and waits so long for running steps before they are interrupted. */
  public void drain(Duration grace) {
    worker.shutdown(grace);
  }

  /** Stops the worker, then the server; seconds. May be called again. */
  @Override
  public void close() {
    worker.shutdown(GRACE);
    parts.close();
  }
}

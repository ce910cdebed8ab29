package io.safeupdate.cli.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.safeupdate.api.host.TemporalOperations;
import io.safeupdate.api.monitoring.Health;
import io.safeupdate.api.monitoring.Part;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.Vitals;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.OperationResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures a host's operations and its parts, until closed. */
public final class HostMeters implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostMeters.class);
  private static final Duration OPERATIONS = Duration.ofSeconds(2);
  private static final Duration HOST = Duration.ofSeconds(15);

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(2, HostMeters::thread);

  private final OperationMeters ended;
  private final OpenGauges open;
  private final HostGauges gauges;
  private final OperationWatch watch;
  private final Supplier<SafeUpdateConfig> config;

  private HostMeters(
      MeterRegistry registry, Operations operations, Supplier<SafeUpdateConfig> config) {
    this.config = config;
    ended = new OperationMeters(registry);
    open = new OpenGauges(registry);
    gauges = new HostGauges(registry, Clock.systemUTC());
    watch = new OperationWatch(source(operations), ended);
  }

  /**
   * Begins to measure.
   *
   * @param config as its file has it now; what it throws costs one look
   * @param parts of the host, besides Temporal
   * @param vitals of this machine; empty where the worker is elsewhere
   */
  public static HostMeters start(
      MeterRegistry registry,
      Operations operations,
      Supplier<SafeUpdateConfig> config,
      List<Part> parts,
      Optional<Vitals> vitals) {
    HostMeters meters = new HostMeters(registry, operations, config);
    Part temporal = Part.temporal(new TemporalOperations(operations));
    Health health = new Health(Stream.concat(Stream.of(temporal), parts.stream()).toList());
    meters.every(OPERATIONS, meters::lookAtOperations);
    meters.every(
        HOST,
        () -> {
          meters.gauges.showParts(health.look());
          vitals.ifPresent(meters::lookAtHost);
        });
    return meters;
  }

  private void every(Duration pause, Runnable look) {
    Future<?> unused =
        threads.scheduleWithFixedDelay(
            () -> tolerantly(look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A look that fails is made again; what is away is told by its part. */
  private static void tolerantly(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException failure) {
      LOG.debug("cannot measure now", failure);
    }
  }

  private void lookAtOperations() {
    Set<String> deployments = config.get().deployments().keySet();
    deployments.forEach(ended::expect);
    open.show(deployments, watch.look(deployments));
  }

  private void lookAtHost(Vitals vitals) {
    Set<String> withDatabase =
        config.get().deployments().values().stream()
            .filter(deployment -> deployment.database().isPresent())
            .map(deployment -> deployment.name())
            .collect(Collectors.toSet());
    gauges.showHost(vitals, withDatabase);
  }

  private static OperationWatch.Source source(Operations operations) {
    return new OperationWatch.Source() {
      @Override
      public List<OperationSummary> latest(int limit) {
        return operations.list(Optional.empty(), limit);
      }

      @Override
      public Optional<OperationResult> ending(Operation operation) {
        return operations.ending(operation);
      }
    };
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "meters");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

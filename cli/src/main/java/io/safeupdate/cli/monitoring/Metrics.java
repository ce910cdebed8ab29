package io.safeupdate.cli.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.safeupdate.api.monitoring.Exposition;

/** The metrics of this process, its JVM's among them. */
public final class Metrics implements Exposition.Source, AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";
  private static final String OPEN_METRICS = OPEN_METRICS_TYPE + "; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final JvmGcMetrics pauses = new JvmGcMetrics();

  public Metrics() {
    registry.config().meterFilter(new FewBuckets());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    pauses.bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  /** Where others put theirs. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Prometheus itself asks for OpenMetrics; a person with a browser or curl gets plain text. */
  @Override
  public Exposition scrape(String accept) {
    String type = accept.contains(OPEN_METRICS_TYPE) ? OPEN_METRICS : TEXT;
    return new Exposition(type, registry.scrape(type));
  }

  @Override
  public void close() {
    pauses.close();
    registry.close();
  }
}

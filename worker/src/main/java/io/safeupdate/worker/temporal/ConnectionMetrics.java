package io.safeupdate.worker.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection, and the workers on it, measure of themselves; by Temporal's own names. */
final class ConnectionMetrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionMetrics.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Scope scope;

  private ConnectionMetrics(Scope scope) {
    this.scope = scope;
  }

  /** Begins to report every few seconds. */
  static ConnectionMetrics into(MeterRegistry registry) {
    return new ConnectionMetrics(
        new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(PAUSE));
  }

  Scope scope() {
    return scope;
  }

  @Override
  public void close() {
    try {
      scope.close();
    } catch (ScopeCloseException failure) {
      LOG.debug("the last metrics of Temporal's client were not reported", failure);
    }
  }
}

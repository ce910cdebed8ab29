package io.safeupdate.cli.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What is measured of operations that have ended. Labels have the words of the JSON documents, and
 * values from closed vocabularies; deployments are those that are passed.
 */
final class OperationMeters {
  private static final Set<Outcome> GOOD =
      EnumSet.of(Outcome.UPDATED, Outcome.ALREADY_CURRENT, Outcome.DONE);

  private static final Set<PhaseStatus> TIMED =
      EnumSet.of(PhaseStatus.DONE, PhaseStatus.FAILED, PhaseStatus.CANCELLED);

  private final MeterRegistry registry;

  /** When each type of operation last succeeded on each deployment, in seconds of Unix time. */
  private final Map<List<String>, AtomicLong> successes = new ConcurrentHashMap<>();

  OperationMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Makes the counters of a deployment, with zero. Prometheus sees no increase in a counter that
   * begins with one.
   */
  void expect(String deployment) {
    for (OperationType type : OperationType.values()) {
      outcomes(type).forEach(outcome -> operations(deployment, type, outcome));
    }
    downtime(deployment);
  }

  private static Stream<Outcome> outcomes(OperationType type) {
    Set<Outcome> others = EnumSet.complementOf(EnumSet.of(Outcome.DONE));
    return type == OperationType.UPDATE
        ? others.stream()
        : Stream.concat(
            Stream.of(Outcome.DONE),
            others.stream().filter(it -> it != Outcome.UPDATED && it != Outcome.ALREADY_CURRENT));
  }

  /** Counts an operation that has ended. */
  void ended(OperationType type, OperationResult result, Instant at) {
    String deployment = result.deployment();
    operations(deployment, type, result.outcome()).increment();
    phases(result).forEach(phase -> time(deployment, phase));
    if (result.downtimeSeconds() > 0) {
      downtime(deployment).record(result.downtimeSeconds());
    }
    succeeded(deployment, type, result.outcome(), at);
  }

  /** Notes when an operation ended, if that was well and the latest. */
  void succeeded(String deployment, OperationType type, Outcome outcome, Instant at) {
    if (GOOD.contains(outcome)) {
      successes
          .computeIfAbsent(List.of(deployment, type.workflowType()), this::lastSuccess)
          .accumulateAndGet(at.getEpochSecond(), Math::max);
    }
  }

  private AtomicLong lastSuccess(List<String> labels) {
    AtomicLong seconds = new AtomicLong();
    TimeGauge.builder(
            "safe.update.last.success.timestamp", seconds, TimeUnit.SECONDS, AtomicLong::get)
        .description("When an operation of the type last succeeded, in Unix time.")
        .tags("deployment", labels.get(0), "type", labels.get(1))
        .register(registry);
    return seconds;
  }

  private Counter operations(String deployment, OperationType type, Outcome outcome) {
    return Counter.builder("safe.update.operations")
        .description("Operations that ended while this process watched.")
        .tags("deployment", deployment, "type", type.workflowType(), "outcome", outcome.name())
        .register(registry);
  }

  private DistributionSummary downtime(String deployment) {
    return DistributionSummary.builder("safe.update.downtime")
        .baseUnit("seconds")
        .description("How long applications did not answer, for each operation that stopped one.")
        .tag("deployment", deployment)
        .register(registry);
  }

  private static Stream<PhaseReport> phases(OperationResult result) {
    return Stream.concat(result.phases().stream(), result.rollback().stream().flatMap(List::stream))
        .filter(phase -> TIMED.contains(phase.status()));
  }

  private void time(String deployment, PhaseReport phase) {
    Timer timer =
        Timer.builder("safe.update.phase.duration")
            .description("How long phases, and the steps of ways back, took.")
            .tags("deployment", deployment, "phase", phase.name())
            .tag("status", phase.status().label())
            .register(registry);
    phase
        .seconds()
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
        .ifPresent(timer::record);
  }
}

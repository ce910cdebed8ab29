package io.safeupdate.cli.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Outcome;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many operations are open on each deployment, and which wait for a person. */
final class OpenGauges {
  private final MultiGauge open;
  private final MultiGauge waiting;

  OpenGauges(MeterRegistry registry) {
    open =
        MultiGauge.builder("safe.update.open.operations")
            .description("Operations that run or wait.")
            .register(registry);
    waiting =
        MultiGauge.builder("safe.update.waiting.for.person")
            .description("1 while an operation waits for a person's decision, else 0.")
            .register(registry);
  }

  void show(Set<String> deployments, List<OperationSummary> operations) {
    open.register(rows(deployments, operations, any -> true), true);
    waiting.register(rows(deployments, operations, OpenGauges::waits), true);
  }

  private static boolean waits(OperationSummary operation) {
    return operation.outcome().filter(Outcome.NEEDS_ATTENTION::equals).isPresent();
  }

  private static List<Row<?>> rows(
      Set<String> deployments,
      List<OperationSummary> operations,
      Predicate<OperationSummary> counted) {
    return deployments.stream()
        .map(
            name ->
                row(name, operations.stream().filter(it -> isOn(name, it)).filter(counted).count()))
        .collect(Collectors.toList());
  }

  private static boolean isOn(String deployment, OperationSummary operation) {
    return operation.operation().deployment().equals(deployment);
  }

  private static Row<?> row(String deployment, long count) {
    return Row.of(Tags.of("deployment", deployment), count);
  }
}

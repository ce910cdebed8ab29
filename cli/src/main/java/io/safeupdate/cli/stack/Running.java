package io.safeupdate.cli.stack;

import io.safeupdate.cli.follow.OperationLog;
import io.safeupdate.cli.monitoring.HostMeters;
import io.safeupdate.cli.monitoring.Metrics;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.Logging;
import io.safeupdate.cli.output.Output;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.Vitals;
import io.safeupdate.worker.temporal.TemporalConnection;
import io.safeupdate.workflows.client.OperationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Runs in the foreground until it is interrupted. */
public final class Running {
  private final Parts parts;
  private final Surroundings surroundings;
  private final Output output;
  private final Commands commands;

  public Running(Parts parts, Surroundings surroundings, Output output, Commands commands) {
    this.parts = parts;
    this.surroundings = surroundings;
    this.output = output;
    this.commands = commands;
  }

  /** Runs server, worker and services. */
  public Answer up(SafeUpdateConfig config) throws InterruptedException {
    Logging.toFile(config.stateDirectory(), "up");
    return run(config, parts.services());
  }

  /** Runs the worker alone. */
  public Answer worker(SafeUpdateConfig config) throws InterruptedException {
    Logging.toFile(config.stateDirectory(), "worker");
    return run(config, List.of());
  }

  private Answer run(SafeUpdateConfig config, List<UpService.Starter> starters)
      throws InterruptedException {
    try (Metrics metrics = new Metrics();
        Stack stack =
            Stack.start(config, parts.activities(), Optional.of(metrics.registry()), output::say);
        Undertakings services = new Undertakings()) {
      Backend backend = stack.backend().measuredBy(metrics);
      Optional<Vitals> vitals = Optional.of(stack.work().vitals());
      services.add(meters(metrics, backend, stack.work().config(), vitals));
      serve(backend, starters, services, () -> services.add(log(stack)));
      farewell(stack);
    }
    output.say("stopped");
    return Answer.silent();
  }

  /** Runs the services alone; the worker is elsewhere, and Temporal too. */
  public Answer api(SafeUpdateConfig config) {
    Logging.toFile(config.stateDirectory(), "api");
    try (Metrics metrics = new Metrics();
        TemporalConnection connection = Stack.connect(config, Optional.of(metrics.registry()));
        Undertakings services = new Undertakings()) {
      Backend backend = Stack.backend(config, connection).measuredBy(metrics);
      services.add(meters(metrics, backend, () -> config, Optional.empty()));
      serve(backend, parts.services(), services, () -> {});
      output.say("stopping");
    }
    output.say("stopped");
    return Answer.silent();
  }

  private static HostMeters meters(
      Metrics metrics,
      Backend backend,
      Supplier<SafeUpdateConfig> current,
      Optional<Vitals> vitals) {
    return HostMeters.start(
        metrics.registry(), backend.operations(), current, backend.monitoring().parts(), vitals);
  }

  /** Serves until it is interrupted. */
  private void serve(
      Backend backend,
      List<UpService.Starter> starters,
      Undertakings services,
      Runnable beforeReady) {
    List<UpService> started = new ArrayList<>();
    starters.forEach(starter -> started.add(services.add(starter.start(backend))));
    beforeReady.run();
    output.announce(Ready.of(backend, started).answer());
    awaitInterrupt();
  }

  private OperationLog log(Stack stack) {
    return OperationLog.start(
        new OpenOperations(stack.operations()),
        output.progress().stream(),
        surroundings.clock(),
        commands);
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      // Whoever interrupts asks for an orderly end.
    }
  }

  private void farewell(Stack stack) {
    List<OperationSummary> open = stack.operations().openOperations();
    output.say("stopping" + (open.isEmpty() ? "" : "; open operations are durable:"));
    open.forEach(
        it ->
            output.say(
                "  operation "
                    + it.operation().id()
                    + " on "
                    + it.operation().deployment()
                    + it.phase().map(phase -> " at " + phase).orElse("")
                    + " goes on at the next `"
                    + commands.run("up")
                    + "`"));
  }
}

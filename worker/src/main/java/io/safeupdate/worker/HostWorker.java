package io.safeupdate.worker;

import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.workflow.WorkflowTypes;
import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Runs the workflows and activities of one host. Stopping it, however rudely, loses nothing: steps
 * are durable and go on where they were at the next start.
 */
public final class HostWorker implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Interrupted activities get so long to clean up and to tell the server. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** How late a cancel and the progress of a step may be noticed. */
  private static final Duration HEARTBEAT_PAUSE = Duration.ofSeconds(1);

  /**
   * How long workflow code may compute at a stretch. The SDK's own second is too short on a small
   * host that builds images at the same time: measured, it fails workflow tasks there.
   */
  private static final Duration STRETCH = Duration.ofSeconds(8);

  private final WorkerFactory factory;
  private final AtomicBoolean interrupting;
  private final ScheduledExecutorService upkeep;

  private HostWorker(
      WorkerFactory factory, AtomicBoolean interrupting, ScheduledExecutorService upkeep) {
    this.factory = factory;
    this.interrupting = interrupting;
    this.upkeep = upkeep;
  }

  /**
   * Starts polling the host's task queue.
   *
   * @param client with the data converter of {@link WorkflowTypes}, as a {@code TemporalConnection}
   *     has it
   */
  public static HostWorker start(WorkflowClient client, String host, HostWork work) {
    AtomicBoolean interrupting = new AtomicBoolean();
    WorkerFactory factory = WorkerFactory.newInstance(client, factoryOptions(work, interrupting));
    Worker worker = factory.newWorker(OperationId.taskQueue(host), workerOptions());
    WorkflowTypes.register(worker);
    worker.registerActivitiesImplementations(work.activities().toArray());
    factory.start();
    return new HostWorker(factory, interrupting, everySecond(work.upkeep()));
  }

  private static ScheduledExecutorService everySecond(Runnable upkeep) {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            deed -> {
              Thread thread = new Thread(deed, "upkeep");
              thread.setDaemon(true);
              return thread;
            });
    Future<?> unused = executor.scheduleWithFixedDelay(upkeep, 0, 1, TimeUnit.SECONDS);
    return executor;
  }

  /** A host has a handful of deployments, so a handful of open workflows. */
  private static WorkerFactoryOptions factoryOptions(HostWork work, AtomicBoolean interrupting) {
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(20)
        .setMaxWorkflowThreadCount(100)
        .setWorkerInterceptors(interceptors(work, new FailureTranslation(interrupting::get)))
        .validateAndBuildWithDefaults();
  }

  /**
   * Those that the class path provides are the innermost, so that a failure of theirs is translated
   * like one of a step. What is shipped provides none; the fault matrix puts faults in here.
   */
  private static WorkerInterceptor[] interceptors(HostWork work, FailureTranslation translation) {
    return Stream.concat(
            ServiceLoader.load(WorkerInterceptor.class).stream().map(ServiceLoader.Provider::get),
            Stream.of(
                new StepInterceptor(new Turns(), new Journaling(work)),
                new FailureInterceptor(translation)))
        .toArray(WorkerInterceptor[]::new);
  }

  private static WorkerOptions workerOptions() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(10)
        .setMaxConcurrentWorkflowTaskExecutionSize(10)
        .setMaxConcurrentActivityTaskPollers(2)
        .setMaxConcurrentWorkflowTaskPollers(2)
        .setDefaultDeadlockDetectionTimeout(STRETCH.toMillis())
        .setMaxHeartbeatThrottleInterval(HEARTBEAT_PAUSE)
        .setDefaultHeartbeatThrottleInterval(HEARTBEAT_PAUSE)
        .setAllowActivityHeartbeatDuringShutdown(true)
        .build();
  }

  /**
   * Takes no more work, lets running steps end for the grace, then interrupts them. May be called
   * again.
   *
   * @return whether every step ended
   */
  public boolean shutdown(Duration grace) {
    upkeep.shutdown();
    factory.shutdown();
    factory.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
    if (!factory.isTerminated()) {
      interrupting.set(true);
      factory.shutdownNow();
      factory.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
    return factory.isTerminated();
  }

  @Override
  public void close() {
    shutdown(GRACE);
  }
}

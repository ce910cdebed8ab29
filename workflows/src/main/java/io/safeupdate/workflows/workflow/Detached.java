package io.safeupdate.workflows.workflow;

import io.temporal.workflow.Workflow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs what a cancel of the workflow must not reach. */
final class Detached {
  private Detached() {}

  static void run(Runnable work) {
    Workflow.newDetachedCancellationScope(work).run();
  }

  static <T> T call(Supplier<T> work) {
    AtomicReference<T> answer = new AtomicReference<>();
    run(() -> answer.set(work.get()));
    return answer.get();
  }
}

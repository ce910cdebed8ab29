package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** What the fake host does when an activity is called. */
@FunctionalInterface
interface Deed {
  Object on(Call call);

  static Deed answers(Object answer) {
    return call -> answer;
  }

  /** Fails as the host does: for good once the type's attempts are used up. */
  static Deed fails(FailureType type, String message) {
    return call -> {
      throw ApplicationFailure.newBuilder()
          .setMessage(message)
          .setType(type.type())
          .setNonRetryable(call.attempt() >= type.attempts())
          .build();
    };
  }

  /** Does something else for the first calls. */
  default Deed after(int calls, Deed first) {
    AtomicInteger seen = new AtomicInteger();
    return call -> (seen.incrementAndGet() <= calls ? first : this).on(call);
  }
}

package io.safeupdate.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expecting a failure of a type, and looking at what it tells the operator. */
final class Failures {
  private Failures() {}

  static AbstractStringAssert<?> assertFails(FailureType type, ThrowingCallable act) {
    StepFailure failure = catchThrowableOfType(StepFailure.class, act);
    assertThat(failure).as("a failure of type " + type).isNotNull();
    assertThat(failure.type()).as(failure.getMessage()).isEqualTo(type);
    return assertThat(failure.getMessage());
  }
}

package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.converter.EncodedValues;

/** An attempt at an activity, as the host saw it. */
record Call(ActivityExecutionContext context, EncodedValues arguments) {

  static Call current(EncodedValues arguments) {
    return new Call(Activity.getExecutionContext(), arguments);
  }

  String activity() {
    return context.getInfo().getActivityType();
  }

  int attempt() {
    return context.getInfo().getAttempt();
  }

  Step step() {
    return arguments.get(0, Step.class);
  }
}

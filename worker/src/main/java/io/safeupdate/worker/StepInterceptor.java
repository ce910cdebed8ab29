package io.safeupdate.worker;

import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.Arrays;
import java.util.Optional;

/** Sees to every step that may touch a deployment: it waits for its turn and is journaled. */
final class StepInterceptor extends WorkerInterceptorBase {
  private final Turns turns;
  private final Journaling journaling;

  StepInterceptor(Turns turns, Journaling journaling) {
    this.turns = turns;
    this.journaling = journaling;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Seeing(next);
  }

  private final class Seeing extends ActivityInboundCallsInterceptorBase {
    private ActivityExecutionContext context;

    Seeing(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext started) {
      context = started;
      super.init(started);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      return touching(input).map(step -> inTurn(step, input)).orElseGet(() -> super.execute(input));
    }

    private ActivityOutput inTurn(Step step, ActivityInput input) {
      return turns.take(
          step.deployment(),
          context::heartbeat,
          () ->
              journaling.around(step, context.getInfo().getAttempt(), () -> super.execute(input)));
    }

    private Optional<Step> touching(ActivityInput input) {
      return Arrays.stream(input.getArguments())
          .filter(Step.class::isInstance)
          .map(Step.class::cast)
          .filter(Step::touches)
          .findFirst();
    }
  }
}

package io.safeupdate.e2e.fault;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets armed faults strike before and after the effects of steps. */
public final class FaultInterceptor extends WorkerInterceptorBase {
  private static final int KILLED = 137;
  private static final int PAUSE_MILLIS = 200;

  private final Armed armed = new Armed(Path.of(System.getProperty(FaultAgent.DIRECTORY)));

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Faulty(next, armed);
  }

  private static final class Faulty extends ActivityInboundCallsInterceptorBase {
    private final Armed armed;
    private ActivityExecutionContext context;

    Faulty(ActivityInboundCallsInterceptor next, Armed armed) {
      super(next);
      this.armed = armed;
    }

    @Override
    public void init(ActivityExecutionContext activity) {
      context = activity;
      super.init(activity);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      String step = ((Step) input.getArguments()[0]).name();
      armed.strike(step, "before").ifPresent(this::happen);
      ActivityOutput output = super.execute(input);
      armed.strike(step, "after").ifPresent(this::happen);
      return output;
    }

    private void happen(Armed.Strike strike) {
      switch (strike.act()) {
        case ERROR -> throw new StepFailure(FailureType.PRECONDITION_FAILED, "a fault was put in");
        case HALT -> Runtime.getRuntime().halt(KILLED);
        case HANG -> hang();
        case PAUSE -> pause(strike.trace());
      }
    }

    /** Until the server takes the step away, which the heartbeat then says. */
    private void hang() {
      while (true) {
        context.heartbeat("hangs");
        sleep();
      }
    }

    private void pause(Path trace) {
      try {
        while (Files.exists(trace)) {
          context.heartbeat("waits to be let go");
          sleep();
        }
      } catch (ActivityCompletionException cancelled) {
        // The step itself is to find out.
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StepFailure(FailureType.INTERNAL, "interrupted while a fault lasts", e);
      }
    }
  }
}

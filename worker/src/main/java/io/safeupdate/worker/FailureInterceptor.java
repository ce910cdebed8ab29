package io.safeupdate.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;

/** Puts every activity's failures through {@link FailureTranslation}. */
final class FailureInterceptor extends WorkerInterceptorBase {
  private final FailureTranslation translation;

  FailureInterceptor(FailureTranslation translation) {
    this.translation = translation;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Translating(next, translation);
  }

  private static final class Translating extends ActivityInboundCallsInterceptorBase {
    private final FailureTranslation translation;
    private int attempt = 1;

    Translating(ActivityInboundCallsInterceptor next, FailureTranslation translation) {
      super(next);
      this.translation = translation;
    }

    @Override
    public void init(ActivityExecutionContext context) {
      attempt = context.getInfo().getAttempt();
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        return super.execute(input);
      } catch (RuntimeException | Error thrown) {
        throw translation.translate(thrown, attempt);
      } finally {
        clearInterrupt();
      }
    }

    /** An interrupted thread cannot tell the server how the step ended. */
    @SuppressWarnings("ReturnValueIgnored")
    private static void clearInterrupt() {
      Thread.interrupted();
    }
  }
}

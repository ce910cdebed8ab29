package io.safeupdate.workflows.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/**
 * What replayed code may use: it must do the same on every replay, so it may ask neither the clock,
 * nor chance, nor the machine, and may not start a thread of its own.
 */
final class Determinism {
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(boolean|byte|char|short|int|long|float|double|void)"
              + "|io\\.safeupdate\\.workflows\\.(workflow|contract)\\..*"
              + "|io\\.temporal\\..*"
              + "|com\\.fasterxml\\.jackson\\.annotation\\..*"
              + "|java\\.lang\\.((annotation|invoke|runtime)\\.)?\\w+"
              + "|java\\.lang\\.reflect\\.Type"
              + "|java\\.time\\.\\w+"
              + "|java\\.util\\.((function|regex|stream)\\.)?[\\w$]+"
              + "|java\\.util\\.concurrent\\.atomic\\.AtomicReference");

  private static final Pattern HARMFUL =
      Pattern.compile(
          "java\\.lang\\.(Process\\w*|Runtime|Thread|ThreadLocal|InheritableThreadLocal)"
              + "|java\\.time\\.\\w*Clock"
              + "|java\\.util\\.(Random|SplittableRandom|Timer|TimerTask|Scanner)");

  private static final Pattern CALLS =
      Pattern.compile(
          "java\\.time\\.\\w+\\.now"
              + "|java\\.lang\\.(Strict)?Math\\.random"
              + "|java\\.util\\.UUID\\.randomUUID"
              + "|java\\.util\\.Collections\\.shuffle"
              + "|java\\.lang\\.System\\.\\w+"
              + "|.*\\.(parallel|parallelStream|wait|notify|notifyAll)");

  private Determinism() {}

  /** All of it can be used without harm, but for {@link #calls}. */
  static DescribedPredicate<JavaClass> harmless() {
    return DescribedPredicate.describe(
        "can be replayed without harm", type -> isHarmless(type.getBaseComponentType().getName()));
  }

  private static boolean isHarmless(String name) {
    return HARMLESS.matcher(name).matches() && !HARMFUL.matcher(name).matches();
  }

  /** Calls to classes that are else harmless. */
  static DescribedPredicate<JavaAccess<?>> calls() {
    return DescribedPredicate.describe(
        "the target asks the clock, chance or the machine",
        access ->
            CALLS
                .matcher(access.getTargetOwner().getName() + "." + access.getTarget().getName())
                .matches());
  }
}

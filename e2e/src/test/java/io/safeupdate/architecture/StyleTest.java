package io.safeupdate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.safeupdate.architecture.Module.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** House rules that a machine can see. */
class StyleTest {

  @Test
  void the_classes_of_the_modules_are_seen() {
    assertThat(OURS)
        .extracting(JavaClass::getPackageName)
        .contains("io.safeupdate.workflows.contract");
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("io.safeupdate.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void a_class_is_named_for_what_it_is() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(OURS);
  }

  @Test
  void no_state_is_static() {
    fields().that().areStatic().should().beFinal().check(OURS);
  }

  @Test
  void wiring_is_done_by_hand() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(OURS);
  }

  @Test
  void logging_goes_one_way() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(OURS);
  }
}

package io.safeupdate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** House rules that a machine can see. */
@AnalyzeClasses(packages = "io.safeupdate", importOptions = DoNotIncludeTests.class)
class StyleTest {

  @ArchTest
  static void the_classes_of_the_modules_are_seen(JavaClasses all) {
    assertThat(all)
        .extracting(JavaClass::getPackageName)
        .contains("io.safeupdate.workflows.contract");
  }

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.safeupdate.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule a_class_is_named_for_what_it_is =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)");

  @ArchTest
  static final ArchRule no_state_is_static = fields().that().areStatic().should().beFinal();

  @ArchTest static final ArchRule wiring_is_done_by_hand = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest static final ArchRule logging_goes_one_way = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}

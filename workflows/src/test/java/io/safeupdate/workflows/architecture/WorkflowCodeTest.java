package io.safeupdate.workflows.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Workflow code does the same on every replay. What it calls of ours is checked too: it may only
 * call the contract, to which the same rules apply.
 */
class WorkflowCodeTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.safeupdate.workflows");

  @Test
  void uses_only_what_can_be_replayed() {
    classes()
        .that()
        .resideInAnyPackage(
            "io.safeupdate.workflows.workflow..", "io.safeupdate.workflows.contract..")
        .should()
        .onlyDependOnClassesThat(Determinism.harmless())
        .check(OURS);
  }

  @Test
  void asks_neither_clock_nor_chance_nor_machine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.safeupdate.workflows.workflow..", "io.safeupdate.workflows.contract..")
        .should()
        .accessTargetWhere(Determinism.calls())
        .check(OURS);
  }

  @Test
  void has_no_static_state() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.safeupdate.workflows..")
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(OURS);
  }

  @Test
  void a_use_of_what_cannot_be_replayed_is_found() {
    assertThat(offences(classes().should().onlyDependOnClassesThat(Determinism.harmless())))
        .contains("clock()", "chance()", "thread()", "executor()", "lock()", "file()");
  }

  @Test
  void a_question_to_clock_chance_or_machine_is_found() {
    assertThat(offences(noClasses().should().accessTargetWhere(Determinism.calls())))
        .contains("now()", "today()", "dice()", "identity()", "environment()", "parallel()");
  }

  private static String offences(ArchRule rule) {
    JavaClasses spoiled = new ClassFileImporter().importClasses(Spoiled.class);
    return String.join("\n", rule.evaluate(spoiled).getFailureReport().getDetails());
  }
}

package io.safeupdate.workflows.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The contract is data and names; it knows nothing of those who keep it. */
class ContractTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.safeupdate.workflows");

  @Test
  void holds_records_enums_interfaces_and_constants() {
    classes()
        .that()
        .resideInAPackage("io.safeupdate.workflows.contract..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should(be(dataOrNames()))
        .check(OURS);
  }

  @Test
  void knows_nothing_of_workflow_code_and_client() {
    noClasses()
        .that()
        .resideInAPackage("io.safeupdate.workflows.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.safeupdate.workflows.workflow..", "io.safeupdate.workflows.client..")
        .check(OURS);
  }

  @Test
  void has_no_cycles() {
    slices().matching("io.safeupdate.workflows.(**)").should().beFreeOfCycles().check(OURS);
  }

  private static DescribedPredicate<JavaClass> dataOrNames() {
    return DescribedPredicate.describe(
        "a record, an enum, an interface or a holder of constants",
        type -> type.isRecord() || type.isEnum() || type.isInterface() || isHolder(type));
  }

  /** Nobody can make one, or give it a state. */
  private static boolean isHolder(JavaClass type) {
    return type.getModifiers().contains(FINAL)
        && type.getConstructors().stream().allMatch(c -> c.getModifiers().contains(PRIVATE))
        && type.getFields().stream()
            .allMatch(f -> f.getModifiers().contains(STATIC) && f.getModifiers().contains(FINAL));
  }
}

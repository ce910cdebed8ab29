package io.safeupdate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.stream.Stream;

/** The modules, each with what it may import of ours beside itself. */
enum Module {
  CONFIG,
  WORKFLOWS,
  ACTIVITIES("workflows.contract..", "config.."),
  WORKER("workflows..", "activities..", "config.."),
  API("workflows.contract..", "workflows.client..", "config.."),
  CLI("worker..", "api..", "workflows.contract..", "workflows.client..", "config..");

  private final String[] mayImport;

  Module(String... mayImport) {
    this.mayImport = mayImport;
  }

  /** The package of the module and all below it. */
  String packages() {
    return "io.safeupdate." + name().toLowerCase(Locale.ROOT) + "..";
  }

  ArchRule importsNothingElseOfOurs() {
    String[] allowed =
        Stream.concat(
                Stream.of(packages()), Stream.of(mayImport).map(name -> "io.safeupdate." + name))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packages())
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.safeupdate..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }

  /** No other module may use a library. */
  static ArchRule onlyIn(Module[] modules, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(Stream.of(modules).map(Module::packages).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }
}

package io.safeupdate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;

/** A module, and what it may import of ours beside itself. */
record Module(String name, List<String> mayImport) {
  static final Module CONFIG = module("config");
  static final Module WORKFLOWS = module("workflows");
  static final Module ACTIVITIES = module("activities", "workflows.contract", "config");
  static final Module WORKER = module("worker", "workflows", "activities", "config");
  static final Module API = module("api", "workflows.contract", "workflows.client", "config");
  static final Module CLI =
      module("cli", "worker", "api", "workflows.contract", "workflows.client", "config");

  /** The classes of all modules, without their tests. */
  static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.safeupdate");

  private static Module module(String name, String... mayImport) {
    return new Module(name, List.of(mayImport));
  }

  /** Fails when a class of this module uses one of ours that it may not see. */
  void importsNothingElseOfOurs() {
    String[] allowed =
        Stream.concat(Stream.of(name), mayImport.stream())
            .map(Module::packages)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packages(name))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.safeupdate..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(OURS);
  }

  /** Fails when another module uses one of the libraries, which are given as packages. */
  static void only(List<Module> modules, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            modules.stream().map(module -> packages(module.name)).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(OURS);
  }

  private static String packages(String name) {
    return "io.safeupdate." + name + "..";
  }
}

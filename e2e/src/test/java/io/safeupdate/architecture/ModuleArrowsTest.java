package io.safeupdate.architecture;

import static io.safeupdate.architecture.Module.ACTIVITIES;
import static io.safeupdate.architecture.Module.API;
import static io.safeupdate.architecture.Module.CLI;
import static io.safeupdate.architecture.Module.CONFIG;
import static io.safeupdate.architecture.Module.WORKER;
import static io.safeupdate.architecture.Module.WORKFLOWS;
import static io.safeupdate.architecture.Module.onlyIn;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules: what is not drawn is forbidden. */
@AnalyzeClasses(packages = "io.safeupdate", importOptions = DoNotIncludeTests.class)
class ModuleArrowsTest {

  @ArchTest static final ArchRule config_knows_nobody = CONFIG.importsNothingElseOfOurs();

  @ArchTest static final ArchRule workflows_know_nobody = WORKFLOWS.importsNothingElseOfOurs();

  @ArchTest
  static final ArchRule activities_know_the_contract_and_the_configuration =
      ACTIVITIES.importsNothingElseOfOurs();

  @ArchTest
  static final ArchRule the_worker_sees_the_implementations = WORKER.importsNothingElseOfOurs();

  @ArchTest
  static final ArchRule the_api_knows_contract_client_and_configuration =
      API.importsNothingElseOfOurs();

  @ArchTest
  static final ArchRule the_command_line_sees_no_implementation = CLI.importsNothingElseOfOurs();

  @ArchTest
  static final ArchRule docker_and_git_are_the_activities_business =
      onlyIn(
          new Module[] {ACTIVITIES},
          "com.github.dockerjava..",
          "org.eclipse.jgit..",
          "org.bouncycastle..");

  @ArchTest
  static final ArchRule http_is_served_by_the_api_alone =
      onlyIn(
          new Module[] {API},
          "io.dropwizard..",
          "jakarta.ws.rs..",
          "jakarta.servlet..",
          "org.eclipse.jetty..",
          "org.glassfish..");

  @ArchTest
  static final ArchRule arguments_are_parsed_by_the_command_line_alone =
      onlyIn(new Module[] {CLI}, "picocli..");

  @ArchTest
  static final ArchRule yaml_is_read_by_the_configuration_alone =
      onlyIn(
          new Module[] {CONFIG}, "org.yaml.snakeyaml..", "com.fasterxml.jackson.dataformat.yaml..");

  @ArchTest
  static final ArchRule only_workflow_code_speaks_to_the_workflow_side_of_temporal =
      onlyIn(new Module[] {WORKFLOWS}, "io.temporal.workflow..");

  @ArchTest
  static final ArchRule only_workflows_and_worker_know_how_to_run_them =
      onlyIn(new Module[] {WORKFLOWS, WORKER}, "io.temporal.worker..");
}

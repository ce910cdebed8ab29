package io.safeupdate.architecture;

import static io.safeupdate.architecture.Module.ACTIVITIES;
import static io.safeupdate.architecture.Module.API;
import static io.safeupdate.architecture.Module.CLI;
import static io.safeupdate.architecture.Module.CONFIG;
import static io.safeupdate.architecture.Module.WORKER;
import static io.safeupdate.architecture.Module.WORKFLOWS;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the modules: what is not drawn is forbidden. */
class ModuleArrowsTest {

  @Test
  void config_knows_nobody() {
    CONFIG.importsNothingElseOfOurs();
  }

  @Test
  void workflows_know_nobody() {
    WORKFLOWS.importsNothingElseOfOurs();
  }

  @Test
  void activities_know_the_contract_and_the_configuration() {
    ACTIVITIES.importsNothingElseOfOurs();
  }

  @Test
  void the_worker_sees_the_implementations() {
    WORKER.importsNothingElseOfOurs();
  }

  @Test
  void the_api_knows_contract_client_and_configuration() {
    API.importsNothingElseOfOurs();
  }

  @Test
  void the_command_line_sees_no_implementation() {
    CLI.importsNothingElseOfOurs();
  }

  @Test
  void docker_and_git_are_the_activities_business() {
    Module.only(
        List.of(ACTIVITIES), "com.github.dockerjava..", "org.eclipse.jgit..", "org.bouncycastle..");
  }

  @Test
  void http_is_served_by_the_api_alone() {
    Module.only(
        List.of(API),
        "io.dropwizard..",
        "jakarta.ws.rs..",
        "jakarta.servlet..",
        "org.eclipse.jetty..",
        "org.glassfish..");
  }

  @Test
  void arguments_are_parsed_by_the_command_line_alone() {
    Module.only(List.of(CLI), "picocli..");
  }

  @Test
  void yaml_is_read_by_the_configuration_alone() {
    Module.only(List.of(CONFIG), "org.yaml.snakeyaml..", "com.fasterxml.jackson.dataformat.yaml..");
  }

  @Test
  void only_workflow_code_speaks_to_the_workflow_side_of_temporal() {
    Module.only(List.of(WORKFLOWS), "io.temporal.workflow..");
  }

  @Test
  void only_workflows_and_worker_know_how_to_run_them() {
    Module.only(List.of(WORKFLOWS, WORKER), "io.temporal.worker..");
  }
}

package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineHostTest {
  private static final String CONTEXT =
      "{\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}},\"TLSMaterial\":%s,\"Storage\":{\"TLSPath\":\"%s\"}}";
  private static final String TLS = "{\"docker\":[\"ca.pem\",\"cert.pem\",\"key.pem\"]}";

  @Test
  void asks_the_docker_command_where_the_engine_is() {
    ScriptedRunner runner =
        ScriptedRunner.printing(CONTEXT.formatted("unix:///run/docker.sock", "{}", "<IN MEMORY>"));

    EngineHost host = EngineHost.ofDockerCommand(runner, Map.of());

    assertThat(host.uri()).hasToString("unix:///run/docker.sock");
    assertThat(host.certificates()).isEmpty();
    assertThat(runner.command().argv())
        .containsExactly("docker", "context", "inspect", "--format", "{{json .}}");
  }

  @Test
  void finds_the_certificates_of_a_stored_context() {
    String context = CONTEXT.formatted("tcp://engine:2376", TLS, "/home/me/.docker/contexts/tls/1");

    assertThat(EngineHost.parse(context, Map.of()).certificates())
        .contains(Path.of("/home/me/.docker/contexts/tls/1/docker"));
  }

  @Test
  void finds_the_certificates_that_the_environment_names() {
    String context = CONTEXT.formatted("tcp://engine", TLS, "<IN MEMORY>");

    EngineHost named = EngineHost.parse(context, Map.of("DOCKER_CERT_PATH", "/certs"));
    EngineHost unnamed = EngineHost.parse(context, Map.of("HOME", "/home/me"));

    assertThat(named.certificates()).contains(Path.of("/certs"));
    assertThat(unnamed.certificates()).contains(Path.of("/home/me/.docker"));
    assertThat(named.uri()).hasToString("tcp://engine:2376");
  }

  @Test
  void refuses_an_engine_behind_ssh_and_says_what_to_do() {
    String context = CONTEXT.formatted("ssh://me@engine", "{}", "");

    assertThatThrownBy(() -> EngineHost.parse(context, Map.of()))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.ENGINE_INCOMPATIBLE))
        .hasMessageContaining("ssh://me@engine")
        .hasMessageContaining("Run the worker on the engine's own host");
  }

  @Test
  void tells_why_the_docker_command_does_not_know() {
    ScriptedRunner runner =
        ScriptedRunner.failing(1, "context \"nope\": context not found: open meta.json");

    assertThatThrownBy(() -> EngineHost.ofDockerCommand(runner, Map.of()))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.CONFIG_INVALID))
        .hasMessageContaining("context \"nope\"");
  }
}

package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporalConnectionTest {
  private static final TemporalTarget FROM_ENVIRONMENT = new TemporalTarget("", "");

  @TempDir private Path state;

  @Test
  void follows_the_standard_client_environment_where_nothing_else_is_said() {
    ConnectionSettings settings =
        settings(
            FROM_ENVIRONMENT,
            Map.of("TEMPORAL_ADDRESS", "temporal.example:7233", "TEMPORAL_NAMESPACE", "apps"));

    assertThat(settings.address()).isEqualTo("temporal.example:7233");
    assertThat(settings.namespace()).isEqualTo("apps");
    assertThat(settings.options().getEnableHttps()).isFalse();
  }

  @Test
  void puts_what_the_configuration_says_first() {
    ConnectionSettings settings =
        settings(
            new TemporalTarget("here:1234", "ours"),
            Map.of("TEMPORAL_ADDRESS", "there:1", "TEMPORAL_NAMESPACE", "theirs"));

    assertThat(settings.address()).isEqualTo("here:1234");
    assertThat(settings.namespace()).isEqualTo("ours");
  }

  @Test
  void reads_the_profile_of_a_file_and_turns_tls_on_with_an_api_key() throws Exception {
    Path file =
        Files.writeString(
            state.resolve("temporal.toml"),
            "[profile.cloud]\naddress = \"cloud.example:7233\"\napi_key = \"secret\"\n");

    ConnectionSettings settings =
        settings(
            FROM_ENVIRONMENT,
            Map.of("TEMPORAL_CONFIG_FILE", file.toString(), "TEMPORAL_PROFILE", "cloud"));

    assertThat(settings.address()).isEqualTo("cloud.example:7233");
    assertThat(settings.namespace()).isEqualTo("default");
    assertThat(settings.options().getEnableHttps()).isTrue();
  }

  @Test
  void says_when_the_client_environment_makes_no_sense() {
    assertThatThrownBy(
            () ->
                settings(
                    FROM_ENVIRONMENT,
                    Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH", "/none.pem", "TEMPORAL_API_KEY", "hush")))
        .isInstanceOf(TemporalUnavailableException.class)
        .hasMessageContaining("TEMPORAL_*")
        .hasMessageNotContaining("hush");
  }

  @Test
  void says_that_no_embedded_server_runs() {
    assertThatThrownBy(() -> TemporalConnection.connect(TemporalTarget.embedded(), state))
        .isInstanceOf(TemporalUnavailableException.class)
        .hasMessageContaining(state.toString())
        .hasMessageContaining("safe-update up");
  }

  @Test
  void says_that_a_server_does_not_answer() {
    String nobody = "127.0.0.1:" + Ports.any();
    long start = System.nanoTime();

    assertThatThrownBy(
            () ->
                TemporalConnection.connect(new TemporalTarget(nobody, "default"), state, Map.of()))
        .isInstanceOf(TemporalUnavailableException.class)
        .hasMessageContaining("Temporal at " + nobody + ": it does not answer")
        .hasMessageContaining("temporal.address");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
  }

  @Test
  void says_that_there_is_no_such_namespace() throws Exception {
    TemporalCli cli = Binary.cli();
    try (EmbeddedTemporal temporal =
        EmbeddedTemporal.start(new ServerFiles(state), "default", cli, line -> {})) {
      TemporalTarget wrong = new TemporalTarget(temporal.address(), "elsewhere");

      assertThatThrownBy(() -> TemporalConnection.connect(wrong, state, Map.of()))
          .isInstanceOf(TemporalUnavailableException.class)
          .hasMessageContaining("no namespace elsewhere")
          .hasMessageContaining("temporal operator namespace create");
    }
  }

  @Test
  void connects_as_somebody_and_registers_what_is_missing() throws Exception {
    TemporalCli none = new TemporalCli(List.of());
    try (EmbeddedTemporal temporal =
            EmbeddedTemporal.start(new ServerFiles(state), "default", none, line -> {});
        TemporalConnection connection =
            TemporalConnection.connect(
                new TemporalTarget(temporal.address(), "default"), state, Map.of())) {
      connection.registerSearchAttributes(
          line -> {
            throw new AssertionError(line);
          });

      assertThat(connection.client().getOptions().getIdentity()).endsWith(" (safe-update)");
      assertThat(connection.address()).isEqualTo(temporal.address());
      assertThat(connection.uiUrl()).isEqualTo(Optional.empty());
    }
  }

  private ConnectionSettings settings(TemporalTarget target, Map<String, String> environment) {
    return ConnectionSettings.of(target, state, environment);
  }
}

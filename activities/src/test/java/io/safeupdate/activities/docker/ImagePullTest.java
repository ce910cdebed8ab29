package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePullTest {

  @Test
  void pulls_by_the_docker_command_for_its_credentials() {
    ScriptedRunner runner = ScriptedRunner.printing("Status: Downloaded newer image");

    new ImagePull(runner).pull("registry:5000/shop/web:2", Progress.NONE);

    assertThat(runner.command().argv())
        .containsExactly("docker", "pull", "registry:5000/shop/web:2");
  }

  @ParameterizedTest
  @CsvSource({
    "manifest for redis:nope not found: manifest unknown, PULL_FAILED",
    "'pull access denied for x, repository does not exist', PULL_FAILED",
    "unauthorized: authentication required, PULL_FAILED",
    "'dial tcp: lookup registry.invalid: no such host', REMOTE_UNAVAILABLE",
    "'dial tcp 127.0.0.1:5000: connect: connection refused', REMOTE_UNAVAILABLE",
    "'toomanyrequests: You have reached your pull rate limit', REMOTE_UNAVAILABLE",
    "'received unexpected HTTP status: 503 Service Unavailable', REMOTE_UNAVAILABLE",
    "'net/http: TLS handshake timeout', REMOTE_UNAVAILABLE",
    "'failed to register layer: no space left on device', DISK_FULL",
    "Cannot connect to the Docker daemon at unix:///x., ENGINE_UNAVAILABLE",
    "something nobody has seen before, PULL_FAILED"
  })
  void tells_a_refusal_from_a_registry_that_is_away(String stderr, FailureType type) {
    ImagePull pull = new ImagePull(ScriptedRunner.failing(1, stderr));

    StepFailure failure =
        catchThrowableOfType(StepFailure.class, () -> pull.pull("shop/web:2", Progress.NONE));

    assertThat(failure.type()).isEqualTo(type);
    assertThat(failure).hasMessageContaining("shop/web:2").hasMessageContaining(stderr);
  }
}

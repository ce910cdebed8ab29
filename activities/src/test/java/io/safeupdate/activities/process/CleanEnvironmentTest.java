package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanEnvironmentTest {

  @Test
  void keeps_what_finds_the_engine_the_home_and_the_proxy() {
    Map<String, String> needed =
        Map.of(
            "PATH", "/bin",
            "HOME", "/home/me",
            "LC_ALL", "C.UTF-8",
            "XDG_CONFIG_HOME", "/x",
            "DOCKER_HOST", "tcp://engine:2376",
            "SSH_AUTH_SOCK", "/agent",
            "https_proxy", "http://proxy",
            "NO_PROXY", "localhost");

    assertThat(CleanEnvironment.of(needed)).isEqualTo(needed);
  }

  @Test
  void drops_what_would_redirect_compose_or_git_and_what_is_ours() {
    assertThat(
            CleanEnvironment.of(
                Map.of(
                    "COMPOSE_PROJECT_NAME", "another",
                    "COMPOSE_FILE", "other.yml",
                    "GIT_DIR", "/elsewhere",
                    "DOCKER_API_VERSION", "1.20",
                    "TEMPORAL_API_KEY", "ours",
                    "Http_Proxy", "odd")))
        .isEmpty();
  }
}

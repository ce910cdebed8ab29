package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that make no sense: exit code 2, what is wrong, where, and the remedy. */
class UsageIT {
  private static final String GOOD =
      """
      stateDirectory: %s/state
      deployments:
        production:
          directory: %s/checkout
          branch: master
          composeFiles: [production.yml]
          migrate: none
          health: {http: [{url: "http://127.0.0.1:8000/"}]}
      """;

  @TempDir Path directory;
  private Host host;

  @BeforeEach
  void givenAConfiguration() {
    host = new Host(directory).writeConfig(GOOD.formatted(directory, directory));
  }

  @Test
  void an_unknown_deployment() {
    assertRefused(
        "productoin", "UnknownDeployment", "\"productoin\"", "did you mean \"production\"?");
  }

  @Test
  void a_broken_yaml() {
    host.writeConfig(host.configText().replace("[production.yml]", "[production.yml"));

    assertRefused(
        "production", "ConfigInvalid", host.config().toString(), "safe-update.yml:7: is not YAML");
  }

  @Test
  void an_unknown_key() {
    host.writeConfig(host.configText().replace("composeFiles", "composeFile"));

    assertRefused(
        "production", "ConfigInvalid", "deployments.production.composeFile", "composeFiles");
  }

  @Test
  void a_missing_file() throws IOException {
    Files.delete(host.config());

    assertRefused("production", "ConfigInvalid", host.config().toString(), "safe-update init");
  }

  private void assertRefused(String deployment, String type, String what, String remedy) {
    Run run = host.run("update", deployment, "--json");

    Host.Answer answer = Host.answer(run);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(answer.text("/error/type")).isEqualTo(type);
    assertThat(answer.text("/error/message") + answer.text("/error/remedy"))
        .contains(what)
        .contains(remedy);
    assertThat(host.state()).doesNotExist();
  }
}

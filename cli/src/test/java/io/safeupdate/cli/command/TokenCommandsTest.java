package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.cli.Shell;
import io.safeupdate.cli.Shell.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenCommandsTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void configure() {
    shell = Shell.configured(directory);
  }

  @Test
  void shows_a_token_once_and_never_again() {
    String token =
        shell.run("token", "add", "ada", "--role", "admin").out().lines().toList().get(0);
    assertThat(token).matches("su_[0-9a-f]{8}_[0-9a-f]{64}");
    Ran listed = shell.run("token", "list");
    assertThat(listed.out())
        .contains("ada", token.substring(3, 11), "admin", "all", "never", "usable")
        .doesNotContain(token.substring(12));
  }

  @Test
  void tells_scripts_what_it_made() {
    JsonNode made =
        shell
            .run(
                "token",
                "add",
                "ci",
                "--role",
                "operator",
                "--deployment",
                "staging",
                "--expires",
                "P90D",
                "--json")
            .json();
    assertThat(made.at("/token").asText()).startsWith("su_" + made.at("/id").asText() + "_");
    assertThat(made.at("/deployments/0").asText()).isEqualTo("staging");
    assertThat(made.at("/expires").asText()).matches("20.*Z");
    assertThat(shell.run("token", "list", "--json").json().at("/tokens/0/state").asText())
        .isEqualTo("usable");
  }

  @Test
  void revokes_by_name_and_by_id() {
    String id =
        shell.run("token", "add", "a", "--role", "viewer", "--json").json().at("/id").asText();
    shell.run("token", "add", "b", "--role", "viewer");
    assertThat(shell.run("token", "revoke", id).exitCode()).isZero();
    assertThat(shell.run("token", "revoke", "b", "--json").json().at("/state").asText())
        .isEqualTo("revoked");
    assertThat(shell.run("token", "list").out()).doesNotContain("usable");
  }

  @Test
  void refuses_what_makes_no_sense() {
    assertRefused("role", "token", "add", "ada");
    assertRefused("viewer, operator, admin", "token", "add", "ada", "--role", "root");
    assertRefused(
        "did you mean", "token", "add", "a", "--role", "viewer", "--deployment", "stagin");
    assertRefused("P90D", "token", "add", "a", "--role", "viewer", "--expires", "90");
    assertRefused("no time", "token", "add", "a", "--role", "viewer", "--expires", "-P1D");
    assertRefused("no token called eve", "token", "revoke", "eve");
    assertThat(shell.run("token", "list").out()).contains("There is no token yet");
  }

  private void assertRefused(String why, String... words) {
    Ran ran = shell.run(words);
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains(why);
  }
}

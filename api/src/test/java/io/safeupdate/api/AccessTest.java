package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.api.access.Role;
import io.safeupdate.api.access.token.BearerToken;
import io.safeupdate.api.access.token.TokenFile;
import io.safeupdate.api.access.token.TokenWish;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessTest {
  private static final String OPERATIONS = "api/v1/operations";

  @TempDir private Path state;
  private final FakeOperations operations = new FakeOperations();
  private ApiServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    operations.with(Samples.updated("production"), Samples.rolledBack("staging", "no reason"));
    server = ApiServer.start(Samples.config(state, Servers.ANY_PORT), operations, Optional.empty());
    browser = new Browser(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asks_nobody_on_this_machine_before_there_is_a_token() {
    assertThat(browser.get(OPERATIONS).statusCode()).isEqualTo(200);
  }

  @Test
  void asks_everybody_from_the_first_token_on() {
    BearerToken token = givenToken("ada", Role.VIEWER);
    HttpResponse<String> refused = browser.get(OPERATIONS);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"Safe Update\"");
    assertThat(refused.headers().map())
        .containsEntry("content-type", List.of("application/problem+json"));
    assertThat(browser.with(token.secret()).get(OPERATIONS).statusCode()).isEqualTo(200);
  }

  @Test
  void lets_nobody_in_with_what_is_no_token() {
    BearerToken token = givenToken("ada", Role.ADMIN);
    for (String wrong :
        new String[] {
          "",
          "x",
          token.id(),
          token.secret() + "0",
          token.secret().toUpperCase(java.util.Locale.ROOT),
          "su_" + token.id() + "_" + "0".repeat(64)
        }) {
      HttpResponse<String> answer = browser.with(wrong).get(OPERATIONS);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
    }
  }

  @Test
  void shuts_out_a_revoked_token_with_the_next_request() {
    BearerToken token = givenToken("ada", Role.ADMIN);
    assertThat(browser.with(token.secret()).get(OPERATIONS).statusCode()).isEqualTo(200);
    new TokenFile(state).revoke("ada", Instant.now());
    assertThat(browser.with(token.secret()).get(OPERATIONS).statusCode()).isEqualTo(401);
    assertThat(browser.get(OPERATIONS).statusCode()).isEqualTo(401);
  }

  @Test
  void shows_only_the_deployments_of_a_token() {
    BearerToken token = givenToken("ci", Role.ADMIN, "staging");
    assertThat(browser.with(token.secret()).json("api/v1/deployments").findValuesAsText("name"))
        .containsExactly("staging");
    assertThat(browser.with(token.secret()).get("api/v1/deployments/production").statusCode())
        .isEqualTo(404);
  }

  private BearerToken givenToken(String name, Role role, String... deployments) {
    Optional<Set<String>> only = Optional.of(Set.of(deployments)).filter(names -> !names.isEmpty());
    return new TokenFile(state)
        .add(new TokenWish(name, role, only, Optional.empty()), Instant.now());
  }
}

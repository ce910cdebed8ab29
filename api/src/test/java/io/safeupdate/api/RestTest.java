package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestTest {
  private final FakeOperations operations = new FakeOperations();
  private final ApiServer server =
      ApiServer.start(Samples.config(Servers.ANY_PORT), operations, Optional.empty());
  private final Browser browser = new Browser(server.url());

  @BeforeEach
  void reset() {
    operations
        .reset()
        .with(
            Samples.updated("production"),
            Samples.rolledBack("staging", "django exited with 1"),
            Samples.open("production"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void lists_the_deployments_with_their_last_operation() {
    JsonNode all = browser.json("api/v1/deployments").at("/deployments");
    assertThat(all.findValuesAsText("name")).containsExactly("production", "staging");
    assertThat(all.at("/0/lastOperation/operation").asText()).isEqualTo(Samples.OPEN);
    assertThat(all.at("/0/lastOperation/outcome").isNull()).isTrue();
    assertThat(all.at("/1/lastOperation/outcome").asText()).isEqualTo("ROLLED_BACK");
    assertThat(all.at("/1/lastOperation/startedAt").asText()).isEqualTo("2026-11-22T14:03:07Z");
  }

  @Test
  void shows_one_deployment() {
    JsonNode staging = browser.json("api/v1/deployments/staging");
    assertThat(staging.at("/directory").asText()).isEqualTo("/srv/connect-access/staging");
    assertThat(staging.at("/branch").asText()).isEqualTo("master");
  }

  @Test
  void names_the_known_deployments_when_asked_for_another() {
    HttpResponse<String> answer = browser.get("api/v1/deployments/prodution");
    assertProblem(answer, 404);
    assertThat(answer.body()).contains("did you mean \\\"production\\\"", "production, staging");
    assertProblem(browser.get("api/v1/operations?deployment=nope"), 404);
  }

  @Test
  void lists_the_operations_of_one_deployment_up_to_a_limit() {
    assertThat(ids("api/v1/operations?deployment=production"))
        .isEqualTo(List.of(Samples.OPEN, Samples.UPDATED));
    assertThat(ids("api/v1/operations?limit=1")).isEqualTo(List.of(Samples.OPEN));
  }

  @Test
  void refuses_a_limit_that_is_no_sensible_number() {
    for (String limit : new String[] {"0", "-1", "1001", "many", "99999999999"}) {
      HttpResponse<String> answer = browser.get("api/v1/operations?limit=" + limit);
      assertProblem(answer, 400);
      assertThat(answer.body()).contains("from 1 to 1000");
    }
  }

  @Test
  void shows_an_operation_with_the_keys_of_the_command_line() {
    JsonNode document = browser.json("api/v1/operations/" + Samples.ROLLED_BACK);
    assertThat(document.at("/outcome").asText()).isEqualTo("ROLLED_BACK");
    assertThat(document.at("/phases/2/name").asText()).isEqualTo("migrate");
    assertThat(document.at("/phases/2/status").asText()).isEqualTo("failed");
    assertThat(document.at("/failure/message").asText()).isEqualTo("django exited with 1");
    assertThat(document.at("/rollback/0/name").asText()).isEqualTo("undo-migrate");
    assertThat(document.at("/strategy").asText()).isEqualTo("snapshot");
    assertThat(document.at("/downtimeSeconds").asDouble()).isEqualTo(7.3);
  }

  @Test
  void says_which_addresses_there_are() {
    HttpResponse<String> answer = browser.get("api/v2/nothing");
    assertProblem(answer, 404);
    assertThat(answer.body()).contains("/api/v1/deployments/NAME");
    assertProblem(browser.get("api/v1/operations/unknown"), 404);
  }

  @Test
  void changes_nothing() {
    HttpResponse<String> answer = browser.post("api/v1/deployments");
    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET").doesNotContain("POST"));
  }

  @Test
  void says_why_when_temporal_is_away() {
    operations.temporalIsAway();
    HttpResponse<String> answer = browser.get("api/v1/operations");
    assertProblem(answer, 503);
    assertThat(answer.body()).contains("does not answer (UNAVAILABLE)");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void tells_nothing_of_a_defect_but_its_kind() {
    operations.failing(new IllegalStateException("password=hunter2"));
    HttpResponse<String> answer = browser.get("api/v1/operations");
    assertProblem(answer, 500);
    assertThat(answer.body()).contains("IllegalStateException").doesNotContain("hunter2");
  }

  private List<String> ids(String path) {
    return browser.json(path).findValuesAsText("operation");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("application/problem+json"));
    assertThat(answer.body()).contains("\"status\":" + status);
  }
}

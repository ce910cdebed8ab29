package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.ExportRequest;
import io.safeupdate.workflows.contract.ImportRequest;
import io.safeupdate.workflows.contract.KeepRequest;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.RecoverRequest;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import io.safeupdate.workflows.contract.RestoreRequest;
import io.safeupdate.workflows.contract.RollbackRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartTest {
  private static final String UPDATES = "api/v1/deployments/production/updates";

  private final FakeOperations operations = new FakeOperations();
  private final ApiServer server =
      ApiServer.start(Samples.config(Servers.ANY_PORT), operations, Optional.empty());
  private final Browser browser = new Browser(server.url());

  @BeforeEach
  void reset() {
    operations
        .reset()
        .with(Samples.open("production"), Samples.rolledBack("staging", "exited with 1"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void answers_at_once_with_the_operation_and_where_it_is() {
    HttpResponse<String> answer = browser.post(UPDATES, "{\"to\": \"v2\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(server.url() + "api/v1/operations/" + FakeOperations.STARTED);
    JsonNode operation = Browser.json(answer);
    assertThat(operation.at("/operation").asText()).isEqualTo(FakeOperations.STARTED);
    assertThat(operation.at("/deployment").asText()).isEqualTo("production");
    assertThat(operation.at("/status").asText()).isEqualTo("OPEN");
  }

  static Stream<Arguments> requests() {
    Optional<Boolean> yes = Optional.of(true);
    Optional<Boolean> unsaid = Optional.empty();
    Optional<PolicyOverrides> hold =
        Optional.of(
            new PolicyOverrides(
                Optional.of(OnFailure.HOLD), Optional.empty(), Optional.empty(), unsaid));
    return Stream.of(
        asked("updates", "", UpdateRequest.of("staging")),
        asked(
            "updates",
            "{\"to\": \"v2\", \"policy\": {\"onFailure\": \"hold\"}}",
            new UpdateRequest("staging", Optional.of("v2"), hold)),
        asked(
            "rollbacks",
            "{\"restorePoint\": \"20261122T100000Z-3f1a2b\", \"codeOnly\": true}",
            new RollbackRequest(
                "staging", Optional.of("20261122T100000Z-3f1a2b"), yes, unsaid, unsaid)),
        asked("backups", "{\"trialRestore\": true}", new BackupRequest("staging", yes)),
        asked("restores", "{\"backup\": \"a.sql.gz\"}", new RestoreRequest("staging", "a.sql.gz")),
        asked(
            "copies",
            "{\"from\": \"production\"}",
            new CopyRequest("production", "staging", Optional.empty())),
        asked(
            "exports",
            "{\"directory\": \"/srv/backups\"}",
            new ExportRequest("staging", Optional.empty(), "/srv/backups")),
        asked(
            "imports",
            "{\"file\": \"/srv/backups/a.sql.gz\"}",
            new ImportRequest("staging", "/srv/backups/a.sql.gz")),
        asked("pins", "{\"backup\": \"a.sql.gz\"}", new KeepRequest("staging", "a.sql.gz", unsaid)),
        asked("archives", "", new BackupMediaRequest("staging")),
        asked(
            "media-restores",
            "{\"archive\": \"20261122T100000Z-4f1c9a7be012\"}",
            new RestoreMediaRequest("staging", "20261122T100000Z-4f1c9a7be012")),
        asked("recoveries", "{}", new RecoverRequest("staging")));
  }

  private static Arguments asked(String what, String body, OperationRequest request) {
    return Arguments.of(what, body, request);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void starts_what_is_asked_for(String what, String body, OperationRequest request) {
    HttpResponse<String> answer = browser.post("api/v1/deployments/staging/" + what, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(operations.started).containsExactly(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "updates | {\"too\": \"v2\"} | \"too\" is unknown here; known are: policy, to.",
        "updates | {\"policy\": {\"onFailure\": \"explode\"}} | \"policy.onFailure\" has a value",
        "updates | {\"to\": 5} | \"to\" ",
        "updates | {\"to\": \"-upload-pack=x\"} | is no name of a branch, tag or commit",
        "updates | [] | The body is of another kind",
        "updates | {\"to\": \"a\", \"to\": \"b\"} | The body is not JSON, at line 1",
        "updates | {} {} | The body is",
        "updates | {\"to\" | The body is not JSON, at line 1",
        "restores | {} | the input names no backup",
        "restores | `` | The body is empty",
        "restores | {\"backup\": \"../etc/passwd\"} | is not the name of a file",
        "exports | {\"directory\": \"relative\"} | must be an absolute path",
        "copies | {\"from\": \"staging\"} | are the same deployment",
        "recoveries | {\"force\": true} | \"force\" is unknown here",
      })
  void refuses_what_cannot_be_right_and_says_why(String what, String body, String why) {
    HttpResponse<String> answer = browser.post("api/v1/deployments/staging/" + what, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Browser.json(answer).at("/type").asText())
        .isEqualTo("urn:safe-update:problem:InvalidRequest");
    assertThat(Browser.json(answer).at("/detail").asText()).contains(why);
    assertThat(operations.started).isEmpty();
  }

  @Test
  void takes_nothing_but_json() {
    HttpResponse<String> answer = browser.post(UPDATES, "to=v2", "text/plain");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    assertThat(operations.started).isEmpty();
  }

  @Test
  void starts_nothing_on_a_deployment_that_is_not_there() {
    HttpResponse<String> answer = browser.post("api/v1/deployments/nope/updates", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    assertThat(answer.body()).contains("problem:UnknownDeployment");
  }

  @Test
  void starts_what_has_ended_again_and_not_what_is_open() {
    String ended = "api/v1/operations/" + Samples.ROLLED_BACK + "/retry";
    assertThat(browser.post(ended, "").statusCode()).isEqualTo(202);
    assertThat(operations.started).containsExactly(UpdateRequest.of("staging"));
    HttpResponse<String> open = browser.post("api/v1/operations/" + Samples.OPEN + "/retry", "");
    assertThat(open.statusCode()).as(open.body()).isEqualTo(409);
    assertThat(open.body()).contains("problem:OperationOpen");
  }

  @Test
  void cancels_and_decides() {
    String operation = "api/v1/operations/" + Samples.OPEN;
    assertThat(browser.post(operation + "/cancel", "").statusCode()).isEqualTo(202);
    HttpResponse<String> decided =
        browser.post(operation + "/decision", "{\"decision\": \"retry\", \"reason\": \"better\"}");
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    assertThat(operations.steered)
        .containsExactly(
            "cancel " + Samples.OPEN + " by local", "decide " + Samples.OPEN + " retry");
  }

  @Test
  void says_which_decisions_there_are() {
    String decision = "api/v1/operations/" + Samples.OPEN + "/decision";
    assertThat(browser.post(decision, "{\"decision\": \"maybe\"}").body())
        .contains("retry", "rollback", "abandon");
    assertThat(browser.post(decision, "{}").body()).contains("retry, rollback or abandon");
  }
}

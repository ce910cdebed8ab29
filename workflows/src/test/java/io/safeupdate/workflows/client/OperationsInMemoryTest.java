package io.safeupdate.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client on a server without an index, with an update that follows a script. */
@Timeout(60)
final class OperationsInMemoryTest {
  private static final String HOST = "here";

  private final TestWorkflowEnvironment server =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
  private final Operations operations = new Operations(server.getWorkflowClient(), HOST);

  @BeforeEach
  void start() {
    SearchAttributes.ALL.forEach(
        attribute ->
            server.registerSearchAttribute(
                attribute.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    server
        .newWorker(OperationId.taskQueue(HOST))
        .registerWorkflowImplementationTypes(ScriptedUpdate.class);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void knows_how_operations_ended() throws Exception {
    assertThat(update("").outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(update("fail").outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void lists_and_resolves_without_an_index() throws Exception {
    OperationResult first = update("");
    OperationResult second = update("fail");

    assertThat(operations.list(Optional.of("production"), 10))
        .extracting(summary -> summary.operation().id())
        .containsExactly(second.operation(), first.operation());
    assertThat(operations.list(Optional.of("staging"), 10)).isEmpty();
    assertThat(operations.list(Optional.empty(), 1)).hasSize(1);
    assertThat(operations.resolve("production").id()).isEqualTo(second.operation());
    assertThat(operations.resolve(first.operation()).id()).isEqualTo(first.operation());
    assertThat(operations.resolve(first.operation().substring(0, 13)).id())
        .isEqualTo(first.operation());
    assertThatThrownBy(() -> operations.resolve("00000000-0000-0000-0000-000000000000"))
        .isInstanceOf(UnknownOperationException.class);
  }

  @Test
  void stops_following_at_a_question_and_takes_the_answer() throws Exception {
    Operation operation = operations.start(request("wait"));
    Follower follower = new Follower(operations);

    assertThat(follower.follow(operation, new Listener() {}).outcome())
        .isEqualTo(Outcome.NEEDS_ATTENTION);
    assertThat(operations.openOperations())
        .singleElement()
        .satisfies(open -> assertThat(open.operation()).isEqualTo(operation));
    assertThatThrownBy(() -> operations.start(request("")))
        .isInstanceOf(DeploymentBusyException.class)
        .hasMessageContaining(operation.id())
        .hasMessageContaining("migrate");

    operations.decide(operation, retry());
    assertThat(follower.follow(operation, new Listener() {}).outcome()).isEqualTo(Outcome.UPDATED);
    assertThatThrownBy(() -> operations.decide(operation, retry()))
        .isInstanceOf(OperationEndedException.class);
  }

  @Test
  void cancels() throws Exception {
    Operation operation = operations.start(request("wait"));
    new Follower(operations).follow(operation, new Listener() {});

    operations.cancel(operation, "enough");

    while (operations.describe(operation).summary().isOpen()) {
      Thread.sleep(50);
    }
    assertThat(operations.ending(operation))
        .hasValueSatisfying(result -> assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED));
  }

  private OperationResult update(String script) throws InterruptedException {
    return new Follower(operations).follow(operations.start(request(script)), new Listener() {});
  }

  private static UpdateRequest request(String script) {
    return new UpdateRequest("production", Optional.of(script), Optional.empty());
  }

  private static Decision retry() {
    return new Decision(Choice.RETRY, Optional.empty(), Optional.empty());
  }
}

package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.api.access.Audit;
import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.Guard;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.access.KeyReusedException;
import io.safeupdate.api.access.RequestKey;
import io.safeupdate.api.access.Role;
import io.safeupdate.api.access.Started;
import io.safeupdate.api.access.UnusableRequestException;
import io.safeupdate.api.host.TemporalOperations;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.BackupRequest;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard here is a new one, as a restarted process has it: only Temporal remembers. */
final class RepeatsTest {
  private static final Optional<RequestKey> KEY = Optional.of(new RequestKey("f00d-1"));
  private static final OperationRequest UPDATE = UpdateRequest.of("production");

  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void starts_the_same_request_with_the_same_key_once() {
    Started first = as("anna").start(UPDATE, KEY);
    Started second = as("anna").start(UPDATE, KEY);
    assertThat(first.again()).isFalse();
    assertThat(second).isEqualTo(new Started(first.operation(), true));
  }

  @Test
  void knows_the_key_when_the_operation_is_over() {
    Started first = givenOneThatIsOver();
    assertThat(as("anna").start(UPDATE, KEY)).isEqualTo(new Started(first.operation(), true));
  }

  @Test
  void refuses_the_key_for_another_request() {
    as("anna").start(UPDATE, KEY);
    assertThatThrownBy(
            () -> as("anna").start(new BackupRequest("production", Optional.empty()), KEY))
        .isInstanceOf(KeyReusedException.class)
        .hasMessageContaining("belongs to operation");
  }

  @Test
  void gives_each_caller_keys_of_their_own() {
    as("anna").start(UPDATE, KEY);
    assertThatThrownBy(() -> as("bert").start(UPDATE, KEY))
        .isInstanceOf(DeploymentBusyException.class);
  }

  @Test
  void starts_again_what_is_asked_for_without_a_key() {
    Started first = givenOneThatIsOver();
    Started second = as("anna").start(UPDATE, Optional.empty());
    assertThat(second.again()).isFalse();
    assertThat(second.operation()).isNotEqualTo(first.operation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "line\nbreak", "ä"})
  void takes_only_keys_that_a_header_can_hold(String key) {
    assertThatThrownBy(() -> new RequestKey(key)).isInstanceOf(UnusableRequestException.class);
  }

  private Started givenOneThatIsOver() {
    Started first = as("anna").start(UPDATE, KEY);
    WorkflowStub run =
        temporal.getWorkflowClient().newUntypedWorkflowStub(first.operation().workflowId());
    run.terminate("over");
    return first;
  }

  private GuardedOperations as(String name) {
    TemporalOperations operations =
        new TemporalOperations(new Operations(temporal.getWorkflowClient(), "local"));
    Caller caller = new Caller(name, Role.ADMIN, Optional.empty(), "192.0.2.7");
    return new Guard(operations, Samples.config(Servers.ANY_PORT), Audit.NONE).of(caller);
  }
}

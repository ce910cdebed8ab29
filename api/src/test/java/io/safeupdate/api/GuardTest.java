package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.api.access.Audit;
import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.Guard;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.access.MissingRoleException;
import io.safeupdate.api.access.Role;
import io.safeupdate.api.host.UnknownOperationNameException;
import io.safeupdate.config.UnknownDeploymentException;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.RestoreRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GuardTest {
  private final FakeOperations operations =
      new FakeOperations()
          .with(Samples.open("production"), Samples.rolledBack("staging", "exited with 1"));

  private final List<String> written = new ArrayList<>();

  @Test
  void lets_a_viewer_look_and_nothing_more() {
    GuardedOperations viewer = as(Role.VIEWER, "production");
    assertThat(viewer.list(Optional.of("production"), 5)).hasSize(1);
    assertThatThrownBy(() -> viewer.start(UpdateRequest.of("production"), Optional.empty()))
        .isInstanceOf(MissingRoleException.class)
        .hasMessage(
            "To start SafeUpdate on production takes the role operator, and anna has the role viewer.");
    assertThatThrownBy(() -> viewer.cancel(Samples.OPEN)).isInstanceOf(MissingRoleException.class);
    assertThat(operations.started).isEmpty();
    assertThat(operations.steered).isEmpty();
    assertThat(written).isEmpty();
  }

  @Test
  void lets_only_an_admin_replace_data() {
    RestoreRequest restore = new RestoreRequest("production", "backup_1.sql.gz");
    assertThatThrownBy(() -> as(Role.OPERATOR, "production").start(restore, Optional.empty()))
        .isInstanceOf(MissingRoleException.class)
        .hasMessageContaining("takes the role admin");
    as(Role.ADMIN, "production").start(restore, Optional.empty());
    assertThat(operations.started).containsExactly(restore);
  }

  @Test
  void shows_no_deployment_that_the_caller_may_not_see() {
    GuardedOperations admin = as(Role.ADMIN, "production");
    assertThat(admin.config().deployments()).containsOnlyKeys("production");
    assertThat(admin.list(Optional.empty(), 5))
        .extracting(it -> it.operation().deployment())
        .containsExactly("production");
    assertThatThrownBy(() -> admin.find(Samples.ROLLED_BACK))
        .isInstanceOf(UnknownOperationNameException.class);
    assertThatThrownBy(() -> admin.start(UpdateRequest.of("staging"), Optional.empty()))
        .isInstanceOf(UnknownDeploymentException.class)
        .hasMessageEndingWith("the configuration has: production)");
  }

  @Test
  void copies_nothing_from_where_the_caller_may_not_look() {
    CopyRequest copy = new CopyRequest("staging", "production", Optional.empty());
    assertThatThrownBy(() -> as(Role.ADMIN, "production").start(copy, Optional.empty()))
        .isInstanceOf(UnknownDeploymentException.class);
    assertThat(operations.started).isEmpty();
  }

  @Test
  void writes_down_who_does_what_before_it_is_done() {
    GuardedOperations operator = as(Role.OPERATOR, "production");
    operator.start(UpdateRequest.of("production"), Optional.empty());
    operator.decide(Samples.OPEN, Choice.RETRY, Optional.empty());
    operator.cancel(Samples.OPEN);
    assertThat(written)
        .containsExactly(
            "anna start SafeUpdate production",
            "anna decide retry production " + Samples.OPEN,
            "anna cancel production " + Samples.OPEN);
    assertThat(operations.origins)
        .containsExactly(new Origin("anna", Optional.of("192.0.2.7"), Optional.empty()));
  }

  @Test
  void does_nothing_that_cannot_be_written_down() {
    Audit full =
        (caller, deed, deployment, operation) -> {
          throw new IllegalStateException("no space left");
        };
    GuardedOperations admin = guarded(full, Role.ADMIN, "production");
    assertThatThrownBy(() -> admin.start(UpdateRequest.of("production"), Optional.empty()))
        .hasMessage("no space left");
    assertThat(operations.started).isEmpty();
  }

  private GuardedOperations as(Role role, String deployment) {
    Audit audit =
        (caller, deed, name, operation) ->
            written.add(
                caller.name() + " " + deed + " " + name + operation.map(" "::concat).orElse(""));
    return guarded(audit, role, deployment);
  }

  private GuardedOperations guarded(Audit audit, Role role, String deployment) {
    Caller caller = new Caller("anna", role, Optional.of(Set.of(deployment)), "192.0.2.7");
    return new Guard(operations, Samples.config(Servers.ANY_PORT), audit).of(caller);
  }
}

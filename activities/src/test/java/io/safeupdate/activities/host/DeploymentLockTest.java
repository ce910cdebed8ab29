package io.safeupdate.activities.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentLockTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final Step FIRST = step("first");
  private static final Step SECOND = step("second");

  @TempDir Path directory;

  @Test
  void its_owner_may_take_it_again() {
    take(FIRST, true);

    take(FIRST, true);

    assertThat(owner()).contains("first");
  }

  @Test
  void an_open_owner_is_waited_for() {
    take(FIRST, true);

    assertThatThrownBy(() -> take(SECOND, true))
        .isInstanceOfSatisfying(
            StepFailure.class, it -> assertThat(it.type()).isEqualTo(FailureType.DEPLOYMENT_BUSY));
    assertThat(owner()).contains("first");
  }

  @Test
  void an_owner_that_ended_must_be_recovered() {
    take(FIRST, true);

    assertThatThrownBy(() -> take(SECOND, false))
        .hasMessageContaining("Operation first ended without its way back")
        .hasMessageContaining("safe-update recover production");
    assertThat(owner()).contains("first");
  }

  @Test
  void nobody_but_its_owner_gives_it_back() {
    take(FIRST, true);

    lock().release(SECOND);

    assertThat(owner()).contains("first");
  }

  @Test
  void once_given_back_another_may_take_it() {
    take(FIRST, true);
    lock().release(FIRST);

    take(SECOND, true);

    assertThat(owner()).contains("second");
  }

  private void take(Step step, boolean isOwnerOpen) {
    lock().take(step, NOW, owner -> isOwnerOpen);
  }

  private Optional<String> owner() {
    return lock().owner().map(DeploymentLock.Owner::operation);
  }

  private DeploymentLock lock() {
    return new DeploymentLock(directory);
  }

  private static Step step(String operation) {
    return new Step("deployment/local/production", operation, "production", "preflight", 1);
  }
}

package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.RestoreMode;
import io.safeupdate.workflows.contract.Strategy;
import org.junit.jupiter.api.Test;

/** Which way back there is room for. */
class StrategyChoiceTest {
  private static final long GB = 1_000_000_000L;
  private static final long DATABASE = 10 * GB;

  @Test
  void with_room_for_a_copy_and_a_dump_it_is_a_copy() {
    assertThat(strategy(RestoreMode.AUTO, 16 * GB)).isEqualTo(Strategy.SNAPSHOT);
  }

  @Test
  void with_room_for_a_restore_only_it_is_a_restore() {
    assertThat(strategy(RestoreMode.AUTO, 11 * GB)).isEqualTo(Strategy.SWAP);
  }

  @Test
  void with_room_for_neither_there_is_no_update() {
    assertFull(RestoreMode.AUTO, 9 * GB, "No room for a way back", "9.0 GB free", "command");
  }

  @Test
  void a_copy_that_a_person_asked_for_takes_its_room() {
    assertFull(RestoreMode.SNAPSHOT, 11 * GB, "No room for a copy", "11.0 GB free", "swap");
  }

  @Test
  void a_restore_that_a_person_asked_for_is_his_to_make_room_for() {
    assertThat(strategy(RestoreMode.SWAP, GB)).isEqualTo(Strategy.SWAP);
  }

  private static Strategy strategy(RestoreMode mode, long free) {
    return StrategyChoice.byRoom(mode, DATABASE, free).strategy();
  }

  private static void assertFull(RestoreMode mode, long free, String... words) {
    assertThatThrownBy(() -> StrategyChoice.byRoom(mode, DATABASE, free))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.DISK_FULL))
        .hasMessageContainingAll(words);
  }
}

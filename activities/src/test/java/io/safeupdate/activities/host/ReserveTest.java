package io.safeupdate.activities.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room that is held back for the way back. */
class ReserveTest {
  private static final String OPERATION = "01a2095a-3010-79e7-ab2a-66eac1d50518";

  @TempDir Path directory;
  private StateDirectory state;
  private Reserve reserve;

  @BeforeEach
  void givenAnOperationThatHoldsRoomBack() {
    state = new StateDirectory(directory);
    reserve = new OperationRecord(state.operation("production", OPERATION)).reserve();
    reserve.take();
  }

  @Test
  void takes_as_much_of_the_disk_as_it_says() throws IOException {
    assertThat(held()).isEqualTo(Reserve.SIZE);
  }

  @Test
  void gives_back_piece_by_piece_and_says_when_nothing_is_left() throws IOException {
    assertThat(reserve.giveBackOne()).isTrue();
    assertThat(held()).isEqualTo(Reserve.SIZE - Reserve.PIECE);

    reserve.giveBack();

    assertThat(held()).isZero();
    assertThat(reserve.giveBackOne()).isFalse();
  }

  @Test
  void a_full_disk_gets_one_piece_at_a_time_from_who_holds_the_lock() throws IOException {
    givenTheLock();

    new RoomWatch(state, () -> 0).run();

    assertThat(held()).isEqualTo(Reserve.SIZE - Reserve.PIECE);
  }

  @Test
  void while_there_is_room_nothing_is_given_back() throws IOException {
    givenTheLock();

    new RoomWatch(state, () -> Reserve.PIECE).run();

    assertThat(held()).isEqualTo(Reserve.SIZE);
  }

  @Test
  void what_cannot_be_read_does_not_end_the_watch() throws IOException {
    Path lock = new DeploymentLock(state.deployment("production")).file();
    Files.writeString(lock, "not a lock");

    new RoomWatch(state, () -> 0).run();

    assertThat(held()).isEqualTo(Reserve.SIZE);
  }

  private void givenTheLock() {
    Step step = new Step("deployment/local/production", OPERATION, "production", "preflight", 1);
    new DeploymentLock(state.deployment("production")).take(step, Instant.EPOCH, owner -> true);
  }

  private long held() throws IOException {
    try (Stream<Path> pieces = Files.walk(directory)) {
      return pieces
          .filter(file -> file.getParent().endsWith("reserve"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}

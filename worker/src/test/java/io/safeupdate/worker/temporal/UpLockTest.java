package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpLockTest {
  @TempDir private Path state;

  @Test
  void is_held_by_one_and_names_it() {
    UpLock lock = UpLock.acquire(state.resolve("new"));
    try {
      assertThatThrownBy(() -> UpLock.acquire(state.resolve("new")))
          .isInstanceOf(AlreadyUpException.class)
          .hasMessageContaining("as process " + ProcessHandle.current().pid())
          .hasMessageContaining("kill");
    } finally {
      lock.close();
    }
  }

  @Test
  void can_be_taken_again_after_it_was_given_back() {
    UpLock.acquire(state).close();

    UpLock.acquire(state).close();
  }

  @Test
  void minds_no_file_that_a_dead_holder_left() throws Exception {
    Files.writeString(state.resolve("up.lock"), "4711\n");

    try (UpLock lock = UpLock.acquire(state)) {
      assertThat(lock).isNotNull();
      assertThat(state.resolve("up.lock"))
          .hasContent(String.valueOf(ProcessHandle.current().pid()));
    }
  }
}

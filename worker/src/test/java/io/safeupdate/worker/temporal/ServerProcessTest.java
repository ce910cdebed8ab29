package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServerProcessTest {
  private Process child;

  @BeforeEach
  void start() throws IOException {
    child =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while true; do sleep 0.1; done")
            .start();
    assertThat(child.inputReader().readLine()).isEqualTo("deaf");
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
  }

  @Test
  void is_found_by_pid_and_start_time() {
    Instant started = child.info().startInstant().orElseThrow();

    assertThat(ServerProcess.of(record(started))).isPresent();
    assertThat(ServerProcess.of(record(started.plusMillis(900)))).isPresent();
  }

  @Test
  void is_not_another_process_that_got_the_same_pid() {
    Instant earlier = child.info().startInstant().orElseThrow().minusSeconds(60);

    assertThat(ServerProcess.of(record(earlier))).isEmpty();
  }

  @Test
  void is_killed_when_it_does_not_listen() {
    ServerProcess process = new ServerProcess(child.toHandle());

    process.stop(Duration.ofMillis(300));

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void keeps_an_interrupt_for_the_caller() {
    ServerProcess process = new ServerProcess(child.toHandle());
    Thread.currentThread().interrupt();

    process.stop(Duration.ofMillis(300));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(process.isAlive()).isFalse();
  }

  private ServerRecord record(Instant startTime) {
    return new ServerRecord(child.pid(), startTime, "127.0.0.1:1", Optional.empty());
  }
}

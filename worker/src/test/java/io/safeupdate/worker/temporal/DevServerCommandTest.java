package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DevServerCommandTest {
  private static final DevServerCommand COMMAND =
      new DevServerCommand(
          Path.of("/opt/temporal"),
          Optional.of(Path.of("/usr/bin/setsid")),
          Path.of("/state/temporal/temporal.db"),
          "apps");

  @Test
  void serves_the_database_on_the_loopback_in_a_session_of_its_own() {
    assertThat(COMMAND.argv(new Ports(7233, 8233)))
        .startsWith("/usr/bin/setsid", "/opt/temporal", "server", "start-dev")
        .containsSequence("--db-filename", "/state/temporal/temporal.db")
        .containsSequence("--ip", "127.0.0.1")
        .containsSequence("--port", "7233", "--ui-port", "8233")
        .containsSequence("--namespace", "apps")
        .containsSequence("--search-attribute", "SafeUpdateOutcome=Keyword");
  }

  @Test
  void knows_a_process_that_serves_its_database() {
    List<String> argv = COMMAND.argv(new Ports(1, 2));

    assertThat(COMMAND.isServedBy(argv)).isTrue();
    assertThat(COMMAND.isServedBy(List.of("temporal", "--db-filename", "/other.db"))).isFalse();
    assertThat(COMMAND.isServedBy(List.of("vi", "/state/temporal/temporal.db"))).isFalse();
    assertThat(COMMAND.isServedBy(List.of("temporal", "--db-filename"))).isFalse();
  }
}

package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void says_its_arguments_but_no_secret_and_nothing_of_environment_and_input() {
    Command command =
        Command.of(Path.of("/"), "psql", "--password", "hunter22")
            .withEnvironment(Map.of("X", "of-environment"))
            .withStdin("of-input")
            .masking(SecretMask.ofEnvironment(Map.of("PASSWORD", "hunter22")));

    assertThat(command).hasToString("psql --password ***");
  }
}

package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateConfigTest {
  @TempDir Path directory;

  @Test
  void a_command_may_take_less_than_its_step_so_that_there_is_time_to_say_so() {
    UpdateConfig update =
        new ConfigFixture(directory).deployment("update: {stepTimeout: PT30S}").update();

    assertThat(update.commandTimeout()).isEqualTo(Duration.ofSeconds(25));
  }
}

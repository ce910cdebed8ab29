package io.safeupdate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommandsTest {
  @Test
  void a_given_configuration_is_repeated_so_that_the_command_works_as_it_stands() {
    assertThat(new Commands(Optional.of("/etc/su.yml")).run("status", "production"))
        .isEqualTo("safe-update status production --config /etc/su.yml");
  }

  @Test
  void names_with_blanks_are_quoted_for_the_shell() {
    assertThat(new Commands(Optional.of("/srv/it's here.yml")).run("up"))
        .isEqualTo("safe-update up --config '/srv/it'\\''s here.yml'");
  }
}

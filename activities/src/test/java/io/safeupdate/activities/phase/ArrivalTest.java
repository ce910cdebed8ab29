package io.safeupdate.activities.phase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
  @Test
  void says_what_it_is_and_whose() {
    assertThat(Arrival.name("production", "0a1b2c", "a.sql.gz"))
        .isEqualTo("copy_of_production_0a1b2c_a.sql.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ü", "😀"})
  void is_a_name_however_long_the_backups_is(String character) {
    String backup = character.repeat(250 / character.getBytes(UTF_8).length) + ".gz";

    String name = Arrival.name("production", "0a1b2c", backup);

    assertThat(FileName.isUsable(name)).isTrue();
    assertThat(name).startsWith("copy_of_production_0a1b2c_").endsWith(character + ".gz");
  }
}

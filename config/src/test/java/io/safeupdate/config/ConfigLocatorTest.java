package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLocatorTest {
  @TempDir Path root;

  @Test
  void prefers_the_file_that_was_given() throws IOException {
    givenFile("work/safe-update.yml");

    assertThat(locator().locate(Optional.of(Path.of("other.yml"))))
        .isEqualTo(root.resolve("work/other.yml"));
  }

  @Test
  void prefers_the_working_directory_to_the_home() throws IOException {
    Path inHome = givenFile("home/.config/safe-update/safe-update.yml");
    assertThat(locator().locate(Optional.empty())).isEqualTo(inHome);

    Path here = givenFile("work/safe-update.yml");
    assertThat(locator().locate(Optional.empty())).isEqualTo(here);
  }

  @Test
  void names_both_places_and_the_way_out_when_there_is_none() {
    assertThatThrownBy(() -> locator().locate(Optional.empty()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "%s: there is no configuration file here, nor at %s (write one with `safe-update init"
                + " DIR`, or name one with --config FILE)",
            root.resolve("work/safe-update.yml"),
            root.resolve("home/.config/safe-update/safe-update.yml"));
  }

  private ConfigLocator locator() {
    return new ConfigLocator(root.resolve("work"), root.resolve("home"));
  }

  private Path givenFile(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "host: a\n");
  }
}

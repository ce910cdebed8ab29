package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/safe-update} adds to the program. */
class LauncherIT {
  private static final String LAUNCHER = Home.directory().resolve("bin/safe-update").toString();

  @TempDir Path directory;

  @Test
  void starts_from_the_class_archive_of_the_build() throws IOException {
    Path loaded = directory.resolve("loaded.log");
    Map<String, String> environment =
        Map.of(
            "SAFE_UPDATE_SETUP",
            "never",
            "SAFE_UPDATE_JAVA_OPTS",
            "-Xlog:class+load:file=" + loaded);

    Run.of(directory, environment, List.of(LAUNCHER, "--version")).orFail();

    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> line.contains(" io.safeupdate.cli.Main "))
        .singleElement()
        .asString()
        .endsWith("source: shared objects file (top)");
  }

  @Test
  void names_files_in_unicode_where_no_locale_is_set() {
    Map<String, String> environment =
        Map.of(
            "LC_ALL",
            "POSIX",
            "SAFE_UPDATE_SETUP",
            "never",
            "SAFE_UPDATE_JAVA_OPTS",
            "-XshowSettings:properties");

    Run run = Run.of(directory, environment, List.of(LAUNCHER, "--version")).orFail();

    assertThat(run.stderr()).contains("sun.jnu.encoding = UTF-8");
  }
}

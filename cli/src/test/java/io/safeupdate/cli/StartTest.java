package io.safeupdate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the program itself: what a shell sees of it. */
final class StartTest {
  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void help_and_version_load_none_of_the_heavy_libraries(String word) throws IOException {
    String loaded = run("-verbose:class", word);

    assertThat(loaded).contains("io.safeupdate.cli.Main");
    assertThat(loaded.lines())
        .noneMatch(line -> line.contains(" io.temporal.client."))
        .noneMatch(line -> line.contains(" io.grpc."))
        .noneMatch(line -> line.contains(" com.fasterxml.jackson.databind."))
        .noneMatch(line -> line.contains(" ch.qos.logback."));
  }

  private static String run(String option, String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            option,
            "-cp",
            System.getProperty("java.class.path"),
            "io.safeupdate.cli.Main");
    builder.command().addAll(List.of(words));
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}

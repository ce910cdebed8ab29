package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code safe-update demo} without a terminal, after a demo that was killed half-way. */
@Order(8)
class DemoIT {
  private static final Map<String, String> ENVIRONMENT = Map.of("SAFE_UPDATE_SETUP", "never");
  private static final List<String> DEMO =
      List.of(Home.directory().resolve("bin/safe-update").toString(), "demo");
  private static final String MINE = "label=com.docker.compose.project=safe-update-demo";

  @TempDir static Path directory;
  static Run demo;

  @BeforeAll
  static void givenADemoAfterOneThatWasKilled() throws IOException {
    Path said = directory.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(DEMO).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(ENVIRONMENT);
    Process killed = builder.start();
    Eventually.holds(
        Duration.ofMinutes(3),
        () -> Files.readString(said).contains("preflight ") || !killed.isAlive());
    assertThat(killed.isAlive()).as(Files.readString(said)).isTrue();
    killed.destroyForcibly().onExit().join();

    demo = Run.of(directory, ENVIRONMENT, DEMO);
  }

  @Test
  void ends_as_good() {
    assertThat(demo.exitCode()).as(demo.toString()).isZero();
  }

  @Test
  void tells_of_an_update_and_of_a_rollback_that_lost_no_row() {
    assertThat(demo.stdout())
        .containsPattern("v2-migration +UPDATED +[1-9]\\d* rows acknowledged, all there; the visi")
        .containsPattern("broken-migration +ROLLED_BACK +[1-9]\\d* rows acknowledged, all there;");
  }

  @Test
  void tells_where_to_look() {
    assertThat(demo.stdout()).contains("guest book", "console", "Temporal Web UI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"container ls --all", "volume ls", "network ls"})
  void leaves_nothing_on_the_engine(String list) {
    String command = "docker " + list + " --quiet --filter " + MINE;

    assertThat(Run.of(directory, command.split(" ")).orFail().text()).isEmpty();
  }
}

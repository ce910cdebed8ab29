package io.safeupdate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading what was kept of a failure. */
class KeptFailureTest {
  @TempDir Path state;

  @Test
  void what_tells_most_comes_first() throws IOException {
    write("migrate-1/compose.json", "{}");
    write("migrate-1/logs/web.log", "hello");
    write("migrate-1/steps/migrate-1.log", "Traceback");
    write("migrate-1/phases.txt", "preflight");
    write("migrate-1/summary.txt", "Failed in migrate");

    assertThat(latest().files())
        .extracting(KeptFailure.File::name)
        .containsExactly(
            "summary.txt", "phases.txt", "steps/migrate-1.log", "logs/web.log", "compose.json");
  }

  @Test
  void of_several_failures_the_latest_counts() throws IOException {
    writtenAt(write("verify-1/summary.txt", "the second"), 200);
    writtenAt(write("migrate-1/summary.txt", "the first"), 100);

    assertThat(latest().folder()).endsWith(Path.of("verify-1"));
    assertThat(latest().files().get(0).text()).isEqualTo("the second");
  }

  @Test
  void one_that_is_just_being_written_does_not_count() throws IOException {
    write(".migrate-1.part/summary.txt", "Failed");

    assertThat(KeptFailure.latest(state, "production", "run-1")).isEmpty();
  }

  @Test
  void an_operation_that_did_not_fail_has_none() {
    assertThat(KeptFailure.latest(state, "production", "run-1")).isEmpty();
  }

  private KeptFailure latest() {
    return KeptFailure.latest(state, "production", "run-1").orElseThrow();
  }

  private Path write(String file, String text) throws IOException {
    Path path = state.resolve("deployments/production/operations/run-1/failures").resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static void writtenAt(Path file, long second) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }
}

package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementFileTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("after-copy.sql");
  }

  @Test
  void is_read_without_what_some_editors_put_first() throws IOException {
    Files.writeString(file, "\uFEFFSELECT 'ü'");

    assertThat(new StatementFile(file).text()).isEqualTo("SELECT 'ü'");
  }

  @Test
  void one_that_is_not_there_is_named() {
    assertRefused("is no regular file");
  }

  @Test
  void a_directory_is_refused() throws IOException {
    Files.createDirectory(file);

    assertRefused("is no regular file");
  }

  @Test
  void what_is_no_text_is_refused() throws IOException {
    Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});

    assertRefused("UTF-8");
  }

  @Test
  void one_that_is_too_large_is_refused() throws IOException {
    Files.writeString(file, " ".repeat(300_000));

    assertRefused("256 KiB");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> new StatementFile(file).text())
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why)
        .extracting(it -> ((StepFailure) it).type())
        .isEqualTo(FailureType.CONFIG_INVALID);
  }
}

package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {
  @TempDir private Path directory;

  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("server.log");
  }

  @Test
  void begins_anew_when_it_is_large_and_keeps_the_one_before() throws Exception {
    Files.writeString(file, "x".repeat(6_000_000));

    new ServerLog(file).rotate();

    assertThat(file).doesNotExist();
    assertThat(directory.resolve("server.log.1")).hasSize(6_000_000);
  }

  @Test
  void goes_on_while_it_is_small() throws Exception {
    Files.writeString(file, "one\n");

    new ServerLog(file).rotate();

    assertThat(file).hasContent("one");
  }

  @Test
  void has_last_lines() throws Exception {
    Files.writeString(file, "line\n".repeat(20) + "the last\n");

    assertThat(new ServerLog(file).tail()).endsWith("line\nthe last").hasLineCount(8);
    assertThat(new ServerLog(directory.resolve("none")).tail()).contains("cannot be read");
  }
}

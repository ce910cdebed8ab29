package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerRecordTest {
  private static final ServerRecord SERVER =
      new ServerRecord(
          4711,
          Instant.parse("2026-11-22T10:00:00.120Z"),
          "127.0.0.1:7233",
          Optional.of("http://127.0.0.1:8233"));

  @TempDir private Path directory;

  @Test
  void is_read_as_it_was_written_and_replaces_the_one_before() {
    Path file = directory.resolve("server.json");
    ServerRecord memory = new ServerRecord(1, SERVER.startTime(), "a:1", Optional.empty());

    memory.write(file);
    assertThat(ServerRecord.read(file)).contains(memory);
    SERVER.write(file);

    assertThat(ServerRecord.read(file)).contains(SERVER);
    assertThat(directory).isDirectoryNotContaining("regex:.*server.+json(?<!server\\.json)");
    assertThat(file).content().contains("\"pid\" : 4711", "\"uiUrl\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"pid\": 47",
        "[]",
        "null",
        "{\"pid\": 1}",
        "{\"pid\": 1, \"startTime\": \"yesterday\", \"address\": \"a:1\"}"
      })
  void is_none_when_the_file_makes_no_sense(String text) throws Exception {
    Path file = Files.writeString(directory.resolve("server.json"), text);

    assertThat(ServerRecord.read(file)).isEmpty();
  }

  @Test
  void is_none_where_there_is_no_file() {
    assertThat(ServerRecord.read(directory.resolve("server.json"))).isEmpty();
  }
}

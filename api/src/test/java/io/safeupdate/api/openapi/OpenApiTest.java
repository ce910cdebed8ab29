package io.safeupdate.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
  private static final Path COMMITTED =
      Path.of("src/main/resources/io/safeupdate/api/rest/openapi.json");

  /** Writes the file instead, where it is told to. */
  private static final boolean WRITE = Boolean.getBoolean("openapi.write");

  @Test
  void describes_the_resources_as_they_are() throws IOException {
    String described = Specification.json();
    if (WRITE) {
      Files.writeString(COMMITTED, described);
    }
    assertThat(COMMITTED)
        .as("write it anew: bin/openapi")
        .content()
        .isEqualTo(described);
  }
}

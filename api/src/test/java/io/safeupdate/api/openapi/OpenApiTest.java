package io.safeupdate.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
  private static final Path COMMITTED =
      Path.of("src/main/resources/io/safeupdate/api/rest/openapi.json");

  private static final String WRITE = "SAFE_UPDATE_WRITE_OPENAPI";

  @Test
  void describes_the_resources_as_they_are() throws IOException {
    String described = Specification.json();
    if (System.getenv(WRITE) != null) {
      Files.writeString(COMMITTED, described);
    }
    assertThat(COMMITTED)
        .as(
            "the REST interface has changed; write its description anew, and read what that changes:"
                + " SAFE_UPDATE_WRITE_OPENAPI=1 mvn verify -pl api -am -Dgates.skip=true"
                + " -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false")
        .content()
        .isEqualTo(described);
  }
}

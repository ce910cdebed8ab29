package io.safeupdate.activities.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointTest {
  private static final String FIRST_RELEASE =
      """
      {
        "schemaVersion" : 1,
        "id" : "20261122T140307Z-0198f4",
        "createdAt" : "2026-11-22T14:03:07Z",
        "deployment" : "production",
        "operation" : "0198f4c2",
        "commit" : "1111111111111111111111111111111111111111",
        "subject" : "subject",
        "branch" : "master",
        "privateRef" : "refs/safe-update/restore-points/x",
        "target" : "2222222222222222222222222222222222222222",
        "directory" : "/srv/shop",
        "composeFiles" : [ "/srv/shop/compose.yml" ],
        "project" : "shop",
        "images" : [ ],
        "strategy" : "none",
        "backup" : null,
        "snapshot" : null,
        "envFile" : null,
        "envSha256" : null,
        "modelSha256" : "hash",
        "fingerprint" : null
      }
      """;

  @TempDir Path directory;

  @Test
  void one_from_before_there_were_copies_of_checkouts_has_none() throws IOException {
    Path manifest = Files.writeString(directory.resolve("manifest.json"), FIRST_RELEASE);

    assertThat(new JsonFile(manifest).read(RestorePoint.class).orElseThrow().checkout()).isEmpty();
  }

  @Test
  void its_copy_of_the_checkout_outlives_its_snapshot() throws IOException {
    Path manifest = Files.writeString(directory.resolve("manifest.json"), FIRST_RELEASE);
    RestorePoint first = new JsonFile(manifest).read(RestorePoint.class).orElseThrow();
    CheckoutCopy copy =
        new CheckoutCopy(
            1, Path.of("/srv/shop"), Instant.EPOCH, 1, 2, 3, 4, List.of(), List.of(), List.of());

    assertThat(first.with(copy).withoutSnapshot().checkout()).isEqualTo(Optional.of(copy));
  }
}

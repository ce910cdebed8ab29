package io.safeupdate.activities.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
  private static final Optional<Duration> NEVER = Optional.empty();

  @TempDir Path directory;

  @Test
  void an_archive_counts_once_its_manifest_is_there() throws IOException {
    MediaArchive archive = given("one", DAY);
    assertThat(archives().find("one.tar.zst")).contains(archive);

    Files.delete(directory.resolve("one.json"));

    assertThat(archives().all()).isEmpty();
    assertThat(archives().find("one")).isEmpty();
  }

  @Test
  void finds_nothing_outside_of_its_directory() throws IOException {
    given("one", DAY);

    assertThat(new Archives(directory.resolve("sub")).find("../one")).isEmpty();
  }

  @Test
  void prunes_beyond_a_number() throws IOException {
    given("a", DAY);
    given("b", DAY.plusSeconds(1));
    given("c", DAY.plusSeconds(2));

    assertThat(archives().prune(2, NEVER, DAY, Set.of())).containsExactly("a");

    assertThat(archives().all()).extracting(MediaArchive::name).containsExactly("c", "b");
    assertThat(directory.resolve("a.tar.zst")).doesNotExist();
    assertThat(directory.resolve("a.files.jsonl")).doesNotExist();
  }

  @Test
  void prunes_beyond_an_age_but_never_the_newest() throws IOException {
    given("a", DAY);
    given("b", DAY.plusSeconds(1));

    assertThat(
            archives()
                .prune(9, Optional.of(Duration.ofDays(1)), DAY.plusSeconds(999_999), Set.of()))
        .containsExactly("a");
  }

  @Test
  void keeps_what_is_pinned_and_what_a_restore_point_uses() throws IOException {
    MediaArchive pinned = given("a", DAY);
    given("b", DAY.plusSeconds(1));
    given("c", DAY.plusSeconds(2));
    archives().keep(pinned);
    archives().keep(pinned);

    assertThat(archives().prune(1, NEVER, DAY, Set.of("b"))).isEmpty();
    assertThat(archives().isKept(pinned)).isTrue();
  }

  @Test
  void prunes_what_is_not_pinned_any_more() throws IOException {
    MediaArchive released = given("a", DAY);
    given("b", DAY.plusSeconds(1));
    archives().keep(released);

    assertThat(archives().release(released)).isTrue();
    assertThat(archives().release(released)).isFalse();

    assertThat(archives().prune(1, NEVER, DAY, Set.of())).containsExactly("a");
  }

  @Test
  void refuses_a_stream_that_breaks_off_and_leaves_nothing_that_counts() throws IOException {
    byte[] whole = tar();

    for (int length : new int[] {0, 512, 600, 1500, whole.length - 1024}) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThat(catchThrowableOfType(TornTarException.class, () -> write("torn", DAY, torn)))
          .as("cut after %d bytes", length)
          .isNotNull();
    }
    assertThat(archives().all()).isEmpty();
    archives().removeUnfinished();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void tells_an_archive_that_was_cut() throws IOException {
    MediaArchive archive = given("one", DAY);
    Path file = archives().file(archive);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

    StepFailure failure =
        catchThrowableOfType(StepFailure.class, () -> archives().verify(archive, DAY));

    assertThat(failure.type()).isEqualTo(FailureType.BACKUP_INVALID);
  }

  @Test
  void notes_when_an_archive_was_read_to_its_end_last() throws IOException {
    MediaArchive archive = given("one", DAY);

    archives().verify(archive, DAY.plusSeconds(60));

    assertThat(archives().get("one").verifiedAt()).isEqualTo(DAY.plusSeconds(60));
  }

  private Archives archives() {
    return new Archives(directory);
  }

  private MediaArchive given(String name, Instant at) throws IOException {
    return write(name, at, tar());
  }

  private MediaArchive write(String name, Instant at, byte[] tar) throws IOException {
    Source source =
        new Source(name, "shop", "operation", Optional.empty(), "web", "/media", "volume media");
    return new ArchiveWriter(archives(), Packing.ZST, Clock.fixed(at, ZoneOffset.UTC))
        .write(source, new ByteArrayInputStream(tar), Progress.NONE);
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512)) {
      tar.putArchiveEntry(new TarArchiveEntry("media/"));
      tar.closeArchiveEntry();
      byte[] content = "x".repeat(700).getBytes(StandardCharsets.US_ASCII);
      TarArchiveEntry file = new TarArchiveEntry("media/file");
      file.setSize(content.length);
      tar.putArchiveEntry(file);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}

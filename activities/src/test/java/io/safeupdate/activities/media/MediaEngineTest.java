package io.safeupdate.activities.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** User files into an archive and back, with a real engine. */
@Tag("engine")
@Timeout(120)
class MediaEngineTest {
  private static final String TAG = "abc123";
  private static final String SPOIL =
      """
      cd "$DIR" && rm -rf sub text && printf changed >zero && chmod 777 tool && printf n >new
      chown 0:0 . && chmod 700 . && mkdir dangling.d && rm dangling
      """;

  @TempDir Path state;

  @ParameterizedTest
  @EnumSource(Packing.class)
  void brings_everything_back_as_it_was_and_keeps_what_it_replaced(Packing packing) {
    try (Album album = Album.onVolume().filled()) {
      String before = album.truth();
      MediaArchive archive = backup(album, packing);
      album.sh(SPOIL);

      Optional<String> replaced = restore(album, archive);

      assertThat(album.truth()).isEqualTo(before);
      assertThat(replaced).contains("/app/media/.safe-update-abc123-replaced");
      assertThat(album.sh("cat " + replaced.orElseThrow() + "/zero")).isEqualTo("changed");
      assertThat(archive.packing()).isEqualTo(packing);
    }
  }

  @Test
  void works_below_the_place_where_a_volume_is_mounted() {
    brings_back(Album::belowVolume);
  }

  @Test
  void works_on_a_directory_of_the_host(@TempDir Path host) {
    brings_back(() -> Album.onBind(host.toString()));
  }

  private void brings_back(Supplier<Album> empty) {
    try (Album album = empty.get().filled()) {
      String before = album.truth();
      MediaArchive archive = backup(album, Packing.ZST);
      album.sh(SPOIL);

      restore(album, archive);

      assertThat(album.truth()).isEqualTo(before);
      album.sh("cd \"$DIR\" && rm -rf * .[!.]*"); // what root made, the test could not delete
    }
  }

  @Test
  void reads_a_service_that_does_not_run() {
    try (Album album = Album.onVolume().filled()) {
      album.stop();

      assertThat(backup(album, Packing.ZST).entries()).isEqualTo(22);
    }
  }

  @Test
  void tells_what_is_in_an_archive() throws IOException {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);
      Path file = archives().file(archive);

      assertThat(archive.bytes()).isEqualTo(Files.size(file));
      assertThat(archive.root()).isEqualTo("media");
      assertThat(archive.contentBytes()).isGreaterThan(3_000_000);
      String expected = album.sh("cd \"$DIR\" && sha256sum <sub/picture.jpg").substring(0, 64);
      assertThat(archives().listing(archive)).content().contains(expected);
      assertThat(file).hasParent(state);
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      assertThat(archives().all()).containsExactly(archive);
      assertThat(state.toFile().list()).hasSize(3);
    }
  }

  @Test
  void notes_files_that_changed_while_they_were_read() {
    try (Album album = Album.onVolume().filled()) {
      album.sh("touch -d 2100-01-01 \"$DIR/zero\"");

      assertThat(backup(album, Packing.ZST).notes())
          .singleElement()
          .asString()
          .contains("of the files changed while they were read");
    }
  }

  @Test
  void leaves_what_earlier_restores_replaced_out() {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive first = backup(album, Packing.ZST);
      restore(album, first);

      MediaArchive second = backup(album, Packing.GZ, "second");

      assertThat(second.entries()).isEqualTo(first.entries());
      assertThat(second.tarBytes()).isEqualTo(first.tarBytes());
    }
  }

  @Test
  void takes_files_that_no_volume_holds_but_does_not_put_them_back() {
    try (Album album = Album.inImage().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);

      assertThat(archive.entries()).isEqualTo(22);
      assertThat(failure(() -> restore(album, archive)))
          .hasMessageContaining("is on no volume")
          .extracting(StepFailure::type)
          .isEqualTo(FailureType.PRECONDITION_FAILED);
    }
  }

  @Test
  void refuses_files_in_memory() {
    try (Album album = Album.inMemory()) {
      assertThat(failure(album::place)).hasMessageContaining("in memory");
    }
  }

  @Test
  void takes_and_brings_back_an_empty_directory() {
    try (Album album = Album.onVolume()) {
      MediaArchive archive = backup(album, Packing.ZST);
      album.sh("printf x >\"$DIR/new\"");

      restore(album, archive);

      assertThat(album.sh("ls \"$DIR\"")).isEmpty();
    }
  }

  @Test
  void refuses_a_damaged_archive_before_anything_is_touched() throws IOException {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);
      try (RandomAccessFile file = new RandomAccessFile(archives().file(archive).toFile(), "rw")) {
        file.seek(file.length() / 2);
        file.write(7);
      }

      assertThat(failure(() -> archives().verify(archive, archive.madeAt())).type())
          .isEqualTo(FailureType.BACKUP_INVALID);
    }
  }

  @Test
  void says_so_where_no_image_has_a_shell() {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);
      String before = album.truth();

      MediaRestore restore =
          new MediaRestore(Album.ENGINE, album.workbenches(), album.place(), List.of(), TAG);

      assertThat(failure(() -> restore.unpack(archives(), archive, Progress.NONE)))
          .hasMessageContaining("has the shell");
      assertThat(album.truth()).isEqualTo(before);
    }
  }

  @Test
  void takes_the_next_image_where_one_has_no_shell() {
    try (Album album = Album.onVolume().filled();
        EmptyImage empty = EmptyImage.made()) {
      MediaArchive archive = backup(album, Packing.ZST);
      album.sh(SPOIL);

      MediaRestore restore =
          new MediaRestore(
              Album.ENGINE,
              album.workbenches(),
              album.place(),
              List.of(empty.name(), Album.IMAGE),
              TAG);
      restore.unpack(archives(), archive, Progress.NONE);

      assertThat(album.sh("ls -A \"$DIR\"")).contains(".safe-update-abc123-restore");
    }
  }

  @Test
  void leaves_no_container_and_no_volume_of_an_image_behind() {
    try (Album album = Album.onVolume().filled();
        EmptyImage wantsVolume = EmptyImage.withVolume()) {
      String before = album.truth();
      Workbenches workbenches = album.workbenches();
      MediaPlace place = album.place();

      String id =
          workbenches.idle(
              new MediaPlace(
                  place.service(),
                  place.path(),
                  place.container(),
                  wantsVolume.name(),
                  place.mount()));
      List<String> volumes = Album.volumes(id);
      workbenches.remove();

      assertThat(volumes).hasSize(2);
      assertThat(Album.ENGINE.container(id)).isEmpty();
      assertThat(volumes)
          .filteredOn(Album::isVolume)
          .containsExactlyElementsOf(Album.volumes(album.id()));
      assertThat(album.truth()).isEqualTo(before);
    }
  }

  @Test
  void a_way_back_before_the_swap_leaves_nothing() {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);
      album.restore(TAG).unpack(archives(), archive, Progress.NONE);
      assertThat(album.sh("ls -A \"$DIR\"")).contains(".safe-update-abc123-restore");

      album.restore(TAG).undo();
      album.restore(TAG).undo();

      assertThat(album.sh("ls -A \"$DIR\"")).doesNotContain(".safe-update");
    }
  }

  @Test
  void a_way_back_keeps_what_was_written_on_restored_files() {
    try (Album album = Album.onVolume().filled()) {
      MediaArchive archive = backup(album, Packing.ZST);
      album.sh(SPOIL);
      String spoilt = album.truth();
      MediaRestore restore = album.restore(TAG);
      restore.unpack(archives(), archive, Progress.NONE);
      restore.swap(archive);
      album.sh("printf upload >\"$DIR/upload\"");

      assertThat(restore.undo()).contains("/app/media/.safe-update-abc123-abandoned");

      assertThat(album.truth()).isEqualTo(spoilt);
      assertThat(album.sh("cat \"$DIR/.safe-update-abc123-abandoned/upload\"")).isEqualTo("upload");
    }
  }

  private MediaArchive backup(Album album, Packing packing) {
    return backup(album, packing, "first");
  }

  private MediaArchive backup(Album album, Packing packing, String name) {
    MediaPlace place = album.place();
    Source source =
        new Source(
            name, "shop", "operation", Optional.of("c0ffee"), "web", place.path(), place.volume());
    return new MediaBackup(
            Album.ENGINE, album.workbenches(), archives(), packing, Clock.systemUTC())
        .make(source, place, Progress.NONE);
  }

  private Optional<String> restore(Album album, MediaArchive archive) {
    MediaRestore restore = album.restore(TAG);
    restore.unpack(archives(), archive, Progress.NONE);
    Optional<String> replaced = restore.swap(archive);
    restore.finish();
    return replaced;
  }

  private Archives archives() {
    return new Archives(state);
  }

  private static StepFailure failure(ThrowingCallable deed) {
    return catchThrowableOfType(StepFailure.class, deed);
  }
}

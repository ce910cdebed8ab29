package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What places need of the file systems that they share. */
class SpaceNeedTest {
  @Test
  void places_on_one_file_system_must_have_room_together() {
    List<SpaceNeed> needs = List.of(need("images", 60, 100, 1), need("backups", 50, 100, 1));

    assertThat(SpaceNeed.tooMuchTogether(needs))
        .containsExactly(new DiskNeed("images, backups", 110, 100));
  }

  @Test
  void places_on_file_systems_of_their_own_take_nothing_from_each_other() {
    List<SpaceNeed> needs = List.of(need("images", 60, 100, 1), need("backups", 50, 100, 2));

    assertThat(SpaceNeed.tooMuchTogether(needs)).isEmpty();
  }

  @Test
  void places_that_fit_together_are_no_trouble() {
    List<SpaceNeed> needs = List.of(need("images", 50, 100, 1), need("backups", 50, 100, 1));

    assertThat(SpaceNeed.tooMuchTogether(needs)).isEmpty();
  }

  @Test
  void a_file_system_that_nobody_knows_is_shared_with_nobody() {
    SpaceNeed unknown = new SpaceNeed(new DiskNeed("a", 60, 100), OptionalLong.empty(), "");

    assertThat(SpaceNeed.tooMuchTogether(List.of(unknown, unknown))).isEmpty();
  }

  @Test
  void a_directory_that_is_not_there_yet_has_the_room_of_the_one_above(@TempDir Path directory) {
    SpaceNeed there = SpaceNeed.local("state", directory, () -> 1, "").orElseThrow();
    SpaceNeed later = SpaceNeed.local("state", directory.resolve("a/b"), () -> 1, "").orElseThrow();

    assertThat(later.device()).isEqualTo(there.device());
    assertThat(later.fits()).isTrue();
  }

  private static SpaceNeed need(String where, long needed, long free, long device) {
    return new SpaceNeed(new DiskNeed(where, needed, free), OptionalLong.of(device), "");
  }
}

package io.safeupdate.activities.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.DeploymentLock.Owner;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of the state directory that somebody or something damaged. */
class JsonFileTest {
  private static final Owner OWNER =
      new Owner("deployment/local/shop", "0198f4c2", Instant.parse("2026-11-22T14:03:07Z"));

  @TempDir Path directory;

  @Test
  void reads_what_it_wrote() {
    JsonFile file = new JsonFile(directory.resolve("lock.json"));

    file.write(OWNER);

    assertThat(file.read(Owner.class)).contains(OWNER);
  }

  @Test
  void reads_over_what_a_later_release_added() throws IOException {
    JsonFile file = new JsonFile(directory.resolve("lock.json"));
    file.write(OWNER);
    Files.writeString(
        file.path(), Files.readString(file.path()).replaceFirst("\\{", "{\"later\": [1],"));

    assertThat(file.read(Owner.class)).contains(OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "{}", "[]", "7", "\"x\"", "{\"operation\": null}", "\0\0\0\0"})
  void another_shape_is_refused_with_the_files_name_and_a_remedy(String content)
      throws IOException {
    Path file = Files.writeString(directory.resolve("lock.json"), content);

    assertDamaged(file);
  }

  @Test
  void a_directory_in_its_place_is_refused_too() throws IOException {
    assertDamaged(Files.createDirectory(directory.resolve("lock.json")));
  }

  @Property(tries = 200)
  void a_cut_off_document_is_refused(@ForAll @IntRange(max = 160) int length) throws IOException {
    Path place = Files.createTempDirectory("cut").resolve("lock.json");
    new JsonFile(place).write(OWNER);
    String whole = Files.readString(place).stripTrailing();
    Files.writeString(place, whole.substring(0, Math.min(length, whole.length() - 1)));

    assertDamaged(place);
    Files.delete(place);
    Files.delete(place.getParent());
  }

  private static void assertDamaged(Path file) {
    assertThatThrownBy(() -> new JsonFile(file).read(Owner.class))
        .isInstanceOfSatisfying(
            StepFailure.class,
            failure -> {
              assertThat(failure.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
              assertThat(failure.getMessage())
                  .startsWith(file + " cannot be read: ")
                  .endsWith("or move it away.")
                  .hasLineCount(1);
            });
  }
}

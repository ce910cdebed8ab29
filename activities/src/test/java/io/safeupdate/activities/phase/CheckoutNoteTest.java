package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.host.CheckoutCopy.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands are run, by the shell that people have. */
class CheckoutNoteTest {
  @TempDir Path directory;
  private Path root;
  private Path files;

  @BeforeEach
  void givenACopyInOddPlaces() throws IOException {
    root = directory.resolve("it's a checkout");
    files = directory.resolve("$(copy)");
    write(files.resolve("settings"), "old");
    write(files.resolve("media/photo"), "old");
    write(files.resolve(".git/HEAD"), "old");
    write(root.resolve("settings"), "new");
    write(root.resolve("media/photo"), "new");
    write(root.resolve(".git/HEAD"), "new");
  }

  @Test
  void puts_all_back_but_what_git_has() throws Exception {
    run(note(List.of()));

    assertThat(root.resolve("settings")).hasContent("old");
    assertThat(root.resolve("media/photo")).hasContent("old");
    assertThat(root.resolve(".git/HEAD")).hasContent("new");
  }

  @Test
  void leaves_alone_what_a_service_ran_on_with() throws Exception {
    run(note(List.of(new Part("media", "web has it mounted and ran on"))));

    assertThat(root.resolve("settings")).hasContent("old");
    assertThat(root.resolve("media/photo")).hasContent("new");
  }

  @Test
  void leaves_all_alone_where_a_service_ran_on_with_all_of_it() throws Exception {
    run(note(List.of(new Part("", "web has it mounted and ran on"))));

    assertThat(root.resolve("settings")).hasContent("new");
  }

  private String note(List<Part> live) {
    CheckoutCopy copy =
        new CheckoutCopy(1, root, Instant.EPOCH, 0, 0, 0, 0, List.of(), live, List.of());
    return new CheckoutNote(files, copy).text();
  }

  private static void run(String script) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

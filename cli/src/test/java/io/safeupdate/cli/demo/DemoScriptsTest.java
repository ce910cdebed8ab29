package io.safeupdate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.cli.output.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone of scripts that write down how they were called, on a machine without any image. */
final class DemoScriptsTest {
  private static final String NOTES = "echo \"$0 $*\" >>\"$CALLS\"\n";

  @TempDir Path clone;
  private final List<String> said = new ArrayList<>();

  private DemoScripts givenScripts(Map<String, String> more) throws IOException {
    givenScript("demo/bin/create", "echo what went before\n");
    givenScript("demo/base/build", NOTES);
    givenScript("bin/setup", NOTES);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SAFE_UPDATE_HOME", clone.toString());
    environment.put("DOCKER_HOST", "unix://" + clone.resolve("no.sock"));
    environment.put("CALLS", clone.resolve("calls").toString());
    return DemoScripts.in(environment, clone.resolve("state"));
  }

  private void givenScript(String name, String content) throws IOException {
    Path script = clone.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + content);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(clone.resolve("calls"));
  }

  @Test
  void the_set_up_makes_the_images_that_cannot_be_pulled() throws Exception {
    givenScripts(Map.of()).prepareImages(said::add);

    assertThat(calls()).containsExactly(clone.resolve("bin/setup") + " --system --demo-base");
    assertThat(said).last().asString().contains("No image can be pulled here");
  }

  @Test
  void a_set_up_that_was_told_to_stay_out_is_not_called() throws Exception {
    givenScripts(Map.of("SAFE_UPDATE_SETUP", "never")).prepareImages(said::add);

    assertThat(calls()).containsExactly(clone.resolve("demo/base/build") + " ");
  }

  @Test
  void a_failure_shows_the_last_words_of_what_failed_and_nothing_older() throws Exception {
    DemoScripts scripts = givenScripts(Map.of());
    givenScript("demo/bin/start", "echo port is taken; exit 3\n");
    scripts.script("create");

    assertThatThrownBy(() -> scripts.script("start", "here"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("demo/bin/start here")
        .hasMessageContaining("port is taken")
        .hasMessageNotContaining("what went before");
  }
}

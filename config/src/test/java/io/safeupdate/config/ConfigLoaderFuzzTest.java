package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is in a file, loading it gives a configuration or a {@link ConfigException}. */
class ConfigLoaderFuzzTest {
  private static final String[] PIECES = {
    "\n",
    "\n  ",
    "\n    ",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "<<: ",
    "? ",
    "| ",
    "> ",
    "\"",
    "'",
    "#",
    "%",
    "%YAML 9999999999.1\n",
    "\n---\n",
    "\n...\n",
    "!",
    "!!int ",
    "!<x> ",
    "\t",
    "$",
    "${",
    "${A}",
    "${A:-",
    "$$",
    "~",
    "null",
    "0",
    "-1",
    "1e9",
    "PT3M",
    "P7D",
    "\\",
    "\0",
    "\\U00110000",
    "\\ud800",
    "\uFEFF",
    "\u2028",
    "é",
    "😀",
    "\r",
    "deployments",
    "production",
    "directory",
    "composeFiles",
    "branch",
    "database",
    "migrate",
    "service",
    "command",
    "health",
    "http",
    "url",
    "http://h/",
    "update",
    "temporal",
    "address",
    "server",
    "onStart",
    "none",
    "//@"
  };

  private static Path directory;
  private ConfigFixture file;
  private String sample;

  @BeforeContainer
  static void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("safe-update-fuzz");
  }

  @AfterContainer
  static void removeDirectory() throws IOException {
    Files.deleteIfExists(directory.resolve("safe-update.yml"));
    Files.delete(directory);
  }

  @BeforeProperty
  void readSample() throws IOException {
    file = new ConfigFixture(directory, Map.of("A", "one"));
    sample = Files.readString(Path.of("samples/safe-update.yml")).replaceAll("(?m)^ *#.*\n", "");
  }

  @Property
  void loads_or_refuses_any_bytes(@ForAll byte[] bytes) {
    loadOrRefuse(bytes);
  }

  @Property
  void loads_or_refuses_any_text(@ForAll String text) {
    loadOrRefuse(text);
  }

  @Property(tries = 1000)
  void loads_or_refuses_anything_like_yaml(@ForAll("yaml") String text) {
    loadOrRefuse(text);
  }

  @Property(tries = 1000)
  void loads_or_refuses_a_sample_that_was_damaged(@ForAll("edits") List<Edit> edits) {
    String text = sample;
    for (Edit edit : edits) {
      text = edit.apply(text);
    }
    loadOrRefuse(text);
  }

  @Property(tries = 1000)
  void loads_or_refuses_any_value_of_any_key(@ForAll("line") int line, @ForAll String value) {
    String[] lines = sample.split("\n", -1);
    int chosen = line % lines.length;
    lines[chosen] = lines[chosen].replaceFirst(":.*", "") + ": " + quoted(value);
    loadOrRefuse(String.join("\n", lines));
  }

  @Provide
  Arbitrary<String> yaml() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5000),
            Arbitraries.integers().between(0, 30),
            Arbitraries.of(PIECES))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Integer> line() {
    return Arbitraries.integers().between(0, 200);
  }

  private void loadOrRefuse(String text) {
    loadOrRefuse(text.getBytes(StandardCharsets.UTF_8));
  }

  private void loadOrRefuse(byte[] bytes) {
    try {
      assertThat(file.load(bytes).host()).isNotEmpty();
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.problems()).allSatisfy(ConfigLoaderFuzzTest::isReadable);
    }
  }

  private static void isReadable(Problem problem) {
    assertThat(problem.message()).isNotBlank();
    assertThat(problem.remedy()).isNotBlank();
    assertThat(problem.toString()).doesNotContain("\n", "\u001b").hasSizeLessThan(5000);
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.chars().forEach(unit -> quoted.append(String.format("\\u%04x", unit)));
    return quoted.append('"').toString();
  }

  /** Replaces a stretch of text. */
  record Edit(int at, int removed, String inserted) {
    String apply(String text) {
      int start = at % (text.length() + 1);
      int end = Math.min(text.length(), start + removed);
      return text.substring(0, start) + inserted + text.substring(end);
    }
  }
}

package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no configuration at all. */
@Timeout(20)
class SourceTest {
  @TempDir Path directory;

  @Test
  void points_to_init_when_the_file_is_missing() {
    Path missing = directory.resolve("none/safe-update.yml");

    assertThatThrownBy(() -> file().loader().load(missing))
        .isInstanceOf(ConfigException.class)
        .hasMessage(missing + ": there is no such file (write one with `safe-update init DIR`)");
  }

  @Test
  void refuses_a_directory() {
    assertThatThrownBy(() -> file().loader().load(directory))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is a directory (name a file in it with --config FILE)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "~", "\uFEFF"})
  void refuses_an_empty_file(String text) {
    assertThat(file().problems(text))
        .singleElement()
        .asString()
        .contains("is empty (write one with `safe-update init DIR`)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"just words", "- a\n- b", "42"})
  void refuses_a_file_without_keys(String text) {
    assertThat(file().problems(text))
        .containsExactly(
            "safe-update.yml:1: the file must hold keys and values (start from"
                + " config/samples/safe-update.yml)");
  }

  @Test
  void says_where_a_tab_is() {
    assertThat(file().problems("host: a\ndeployments:\n\tproduction: {}\n"))
        .singleElement()
        .asString()
        .startsWith("safe-update.yml:3: is not YAML: found character '\\t(TAB)'")
        .contains("spaces, not tabs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\nc: [",
        "a: b\nc: 'x",
        "a: b\n c: d",
        "a: b\nc: *none",
        "a: b\n@c: d",
        "a: b\nc: \"\\q\"",
        "a: b\n--- \nc: d",
      })
  void says_in_which_line_it_stops_being_yaml(String text) {
    assertThat(file().problems(text))
        .singleElement()
        .asString()
        .matches("safe-update\\.yml:[23]: is not YAML: .*");
  }

  @Test
  void knows_why_a_variable_without_quotes_is_not_yaml() {
    assertThat(file().problems("host: a\ntemporal: {address: ${ADDRESS}}\n"))
        .singleElement()
        .asString()
        .startsWith("safe-update.yml:2: is not YAML: ")
        .endsWith("(put \"${…}\" in quotes where it stands between { } or [ ])");
  }

  @Test
  void does_not_quote_the_line_that_it_cannot_read() {
    assertThat(file().problems("password: \"hunter2\" hunter2: [\n").toString())
        .contains("is not YAML")
        .doesNotContain("hunter2");
  }

  @Test
  void says_where_a_control_character_is() {
    assertThat(file().problems("host: a\n\nx: \u0001"))
        .singleElement()
        .asString()
        .startsWith("safe-update.yml:3: is not YAML: a character that text does not have");
  }

  @Test
  void refuses_other_encodings() {
    assertThatThrownBy(() -> file().load("host: é".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is not UTF-8 text (save it as UTF-8)");
    assertThatThrownBy(() -> file().load("host: a".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void refuses_a_file_that_is_too_large_to_be_meant() {
    assertThat(file().problems("#".repeat(1_000_001)))
        .containsExactly(
            "safe-update.yml: is larger than 1 MB (name a configuration file with --config FILE)");
    assertThat(file().load("host: a\n" + "#".repeat(999_000)).host()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "- ", "? ", "a: {", "&a [", "\"", "!", "*", "a:\n ", "'", "<<: ["})
  void survives_a_megabyte_of_anything(String piece) {
    String text = "server: " + piece.repeat(999_000 / piece.length());

    assertThatThrownBy(() -> file().load(text)).isInstanceOf(ConfigException.class);
  }

  @Test
  void refuses_aliases_that_stand_for_more_than_there_is_memory() {
    String laughs =
        IntStream.range(1, 30)
            .mapToObj(i -> "  a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
            .collect(Collectors.joining("", "server:\n  a0: &a0 lol\n", ""));

    assertThat(file().problems(laughs)).singleElement().asString().contains("aliases");
  }

  @Test
  void refuses_scalar_aliases_by_the_thousand() {
    String laughs = "server:\n  a: &a [" + "x, ".repeat(9_000) + "x]\n  b: [*a, *a, *a]\n";

    assertThat(file().problems(laughs))
        .containsExactly(
            "safe-update.yml:2: server.b[1][1992]: the file stands for more than 20000 values (write"
                + " it without aliases)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server: &a {b: *a}", "server: &a\n  <<: *a", "server: {<<: &a [*a]}"})
  void refuses_an_alias_that_leads_to_itself(String text) {
    assertThat(file().problems(text))
        .singleElement()
        .asString()
        .contains("an alias leads back to itself");
  }

  @Test
  void refuses_what_yaml_has_beyond_texts_lists_and_mappings() {
    assertThat(file().problems("host: !secret a"))
        .containsExactly(
            "safe-update.yml:1: host: the tag !secret has no meaning (see docs/configuration.md)");
    assertThat(file().problems("? {a: b}\n: c"))
        .containsExactly(
            "safe-update.yml:1: a key must be a single word (see docs/configuration.md)");
    assertThat(file().problems("server: {<<: 5}"))
        .containsExactly(
            "safe-update.yml:1: server: `<<` can only merge mappings (see docs/configuration.md)");
  }

  @Test
  void shows_long_and_strange_keys_in_a_readable_form() {
    assertThat(file().problems("\"a\\nb\\e" + "x".repeat(200) + "\": 1").get(0))
        .startsWith("safe-update.yml:1: a\\nb\\u001bxxx")
        .contains("x…: unknown key");
  }

  private ConfigFixture file() {
    return new ConfigFixture(directory);
  }
}

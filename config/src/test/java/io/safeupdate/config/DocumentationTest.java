package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation and the code say the same. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\S+)` \\| ([^|]+) \\| ?([^|]*) \\| ([^|]+) \\|");

  private static final String KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

  @TempDir Path directory;

  @Test
  void the_page_explains_every_key_and_no_other() throws IOException {
    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(RecordKeys.all());
  }

  @Test
  void the_defaults_on_the_page_are_the_defaults() throws IOException {
    Map<String, Object> written = requiredKeys();
    SafeUpdateConfig without = load(written);
    rows()
        .forEach(
            (key, fallback) -> {
              if (fallback.startsWith("`")) {
                put(written, key, fallback.substring(1, fallback.length() - 1));
              }
            });

    assertThat(written.toString()).contains("abandonedDatabases=P7D", "namespace=default");
    assertThat(load(written)).isEqualTo(without);
  }

  @Test
  void the_keys_required_on_the_page_are_required() throws IOException {
    for (Map.Entry<String, String> row : rows().entrySet()) {
      if (row.getValue().equals("*required*")) {
        Map<String, Object> written = requiredKeys();
        remove(written, row.getKey());
        assertThat(new ConfigFixture(directory).problems(flow(written)))
            .anySatisfy(
                problem -> assertThat(problem).contains(name(row.getKey()) + ": is missing"));
      }
    }
  }

  @Test
  void the_problems_on_the_page_look_like_that() throws IOException {
    String text = ConfigFixture.production("update: {holdFor: 90m}", "helth: {}");

    assertThat(new ConfigFixture(directory).problems(text))
        .allSatisfy(
            problem ->
                assertThat(Files.readString(PAGE))
                    .contains(problem.replaceFirst("safe-update.yml:\\d+", "")));
  }

  /** Keys and what the page has under "Default". */
  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `")) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        assertThat(rows.put(row.group(1), row.group(3))).as("twice: " + row.group(1)).isNull();
      }
    }
    return rows;
  }

  /** A file with every section, and in each only what the page calls required. */
  private static Map<String, Object> requiredKeys() throws IOException {
    Map<String, String> values =
        Map.of(
            "directory", "/srv/app",
            "composeFiles", "[a.yml]",
            "branch", "main",
            "command", "[migrate]",
            "path", "/media",
            "url", "'http://h/'",
            "from", "a@example.com",
            "to", "[b@example.com]");
    Map<String, Object> tree = new LinkedHashMap<>();
    // The page says in words that JSON, the default format, needs it.
    put(tree, "notifications.<name>.webhook.secret", KEY);
    rows()
        .forEach(
            (key, fallback) -> {
              if (fallback.equals("*required*")) {
                put(tree, key, values.getOrDefault(name(key), "web"));
              }
            });
    return tree;
  }

  @SuppressWarnings("unchecked") // Only maps are put in between.
  private static Map<String, Object> section(Map<String, Object> tree, String key) {
    Map<String, Object> section = tree;
    // One entry cannot have both a webhook and an address.
    String apart = key.replace("notifications.<name>.email", "notifications.mail.email");
    for (String step : apart.split("\\.", -1)) {
      if (!step.equals(name(key))) {
        section = (Map<String, Object>) section.computeIfAbsent(step, it -> new LinkedHashMap<>());
      }
    }
    return section;
  }

  private static void put(Map<String, Object> tree, String key, String yaml) {
    // An empty list of probes cannot stand beside the probe that the required keys make.
    if (!key.endsWith(".http")) {
      section(tree, key).put(name(key), yaml);
    }
  }

  private static void remove(Map<String, Object> tree, String key) {
    section(tree, key).put(name(key), "");
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private SafeUpdateConfig load(Map<String, Object> tree) {
    return new ConfigFixture(directory).load(flow(tree));
  }

  private static String flow(Map<?, ?> tree) {
    StringBuilder flow = new StringBuilder("{");
    tree.forEach(
        (key, value) -> {
          String shown = value instanceof Map<?, ?> map ? flow(map) : value.toString();
          flow.append(
              key.toString().endsWith("[]")
                  ? key.toString().replace("[]", "") + ": [" + shown + "], "
                  : key.toString().replace("<name>", "production") + ": " + shown + ", ");
        });
    return flow.append('}').toString();
  }
}

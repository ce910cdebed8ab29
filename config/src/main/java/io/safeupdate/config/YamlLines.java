package io.safeupdate.config;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree as YAML that the loader reads back: mappings in lines, lists on one line. */
final class YamlLines {
  /** What means itself without quotes; numbers and the words of YAML do not. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?:~|null|true|false|-?[0-9.]+|-+)$)[A-Za-z0-9_./~-]+");

  private static final String STEP = "  ";

  private final StringBuilder text = new StringBuilder();
  private final String commented;
  private final Map<String, String> comments;

  /**
   * @param depth how many sections the keys are in that have comments
   * @param comments what stands above a key
   */
  YamlLines(int depth, Map<String, String> comments) {
    this.commented = STEP.repeat(depth);
    this.comments = comments;
  }

  YamlLines comment(String comment) {
    text.append("# ").append(comment).append('\n');
    return this;
  }

  YamlLines add(Map<String, Object> tree) {
    add(tree, "");
    return this;
  }

  private void add(Map<?, ?> tree, String indent) {
    for (Map.Entry<?, ?> entry : tree.entrySet()) {
      String comment = comments.get(entry.getKey().toString());
      if (comment != null && indent.equals(commented)) {
        text.append(indent).append("# ").append(comment).append('\n');
      }
      text.append(indent).append(key(entry.getKey())).append(':');
      addValue(entry.getValue(), indent);
    }
  }

  private void addValue(Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      add(map, indent + STEP);
    } else {
      text.append(' ').append(flow(value)).append('\n');
    }
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> key(entry.getKey()) + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(YamlLines::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    // A dollar is doubled in values, since the loader replaces ${…} there, but not in keys.
    return value instanceof String scalar ? scalar(scalar.replace("$", "$$")) : value.toString();
  }

  private static String key(Object key) {
    return scalar(key.toString());
  }

  private static String scalar(String scalar) {
    if (PLAIN.matcher(scalar).matches()) {
      return scalar;
    }
    StringBuilder quoted = new StringBuilder("\"");
    scalar.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    if (point == '"' || point == '\\') {
      quoted.append('\\').appendCodePoint(point);
    } else if ((point >= ' ' && point <= '~') || Character.isLetterOrDigit(point)) {
      quoted.appendCodePoint(point);
    } else {
      quoted.append(point == '\n' ? "\\n" : String.format("\\U%08x", point));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

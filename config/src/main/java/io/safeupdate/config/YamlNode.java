package io.safeupdate.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was written in the file, aliases followed, nothing interpreted; lines count from 1. */
sealed interface YamlNode {

  int line();

  /** In words, for messages. */
  String kind();

  /**
   * A single value.
   *
   * @param plain whether it was written without quotes
   */
  record Scalar(String text, boolean plain, int line) implements YamlNode {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether the key has no value: {@code key:} or {@code key: null}. */
    boolean isNothing() {
      return plain && NOTHING.contains(text);
    }

    @Override
    public String kind() {
      return isNothing() ? "nothing" : "a single value";
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and their values, in the order of the file. */
  record Mapping(Map<String, Member> members, int line) implements YamlNode {
    public Mapping {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /**
   * A value under its key.
   *
   * @param line that of the key
   */
  record Member(YamlNode value, int line) {}
}

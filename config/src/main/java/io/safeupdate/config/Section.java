package io.safeupdate.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping while it is read. An answer is empty when the key is not there, has no value, or has
 * one that cannot be; the last is reported as a problem.
 */
final class Section {
  private final Reading reading;
  private final YamlNode.Mapping mapping;
  private final KeyPath path;
  private final Set<String> known = new LinkedHashSet<>();

  Section(Reading reading, YamlNode.Mapping mapping, KeyPath path) {
    this.reading = reading;
    this.mapping = mapping;
    this.path = path;
  }

  Optional<Value> value(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.members().get(key))
        .map(YamlNode.Member::value)
        .filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.isNothing()))
        .map(node -> new Value(reading, node, path.child(key)));
  }

  /** Reports when there is no value. */
  Optional<Value> required(String key) {
    Optional<Value> value = value(key);
    return value.isPresent() ? value : reject(key, "is missing", "add `" + key + ": …` here");
  }

  <T> Optional<T> optional(String key, Parser<T> parser) {
    return value(key).flatMap(value -> value.as(parser));
  }

  <T> Optional<T> required(String key, Parser<T> parser) {
    return required(key).flatMap(value -> value.as(parser));
  }

  <T> Optional<List<T>> list(String key, Parser<T> item) {
    return value(key).flatMap(value -> value.list(one -> one.as(item)));
  }

  /** A list that is not empty. */
  <T> Optional<List<T>> someOf(String key, Parser<T> item) {
    if (value(key).filter(Value::isEmptyList).isPresent()) {
      return reject(key, "is an empty list", "name at least one, or leave the key out");
    }
    // Items that cannot be are reported; with none left there is nothing to go on with.
    return list(key, item).filter(items -> !items.isEmpty());
  }

  <E extends Enum<E>> E choice(String key, E fallback) {
    return optional(key, Parsers.oneOf(fallback.getDeclaringClass())).orElse(fallback);
  }

  /** A program and its arguments. */
  Optional<List<String>> command(String key) {
    return list(key, Parsers::argument)
        .flatMap(
            words ->
                words.isEmpty() || words.get(0).isBlank()
                    ? reject(key, "names no program", "write it as [program, argument]")
                    : Optional.of(words));
  }

  /** A program and its arguments; an empty list says that there is none. */
  Optional<List<String>> commandOrNone(String key) {
    boolean none = value(key).filter(Value::isEmptyList).isPresent();
    return none ? Optional.of(List.of()) : command(key);
  }

  <T> Optional<T> section(String key, Function<Section, Optional<T>> reader) {
    return value(key).flatMap(value -> value.section(reader));
  }

  /** Reads every key with its value, whatever the keys are. */
  <T> Map<String, T> each(Entry<T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    for (String key : mapping.members().keySet()) {
      value(key).flatMap(value -> reader.read(key, value)).ifPresent(it -> read.put(key, it));
    }
    known.addAll(mapping.members().keySet());
    return Collections.unmodifiableMap(read);
  }

  /** Reads a key whose name is not known beforehand. */
  @FunctionalInterface
  interface Entry<T> {
    Optional<T> read(String key, Value value);
  }

  Optional<Map<String, Object>> untyped() {
    return Optional.of(each((key, value) -> value.untyped()));
  }

  PathRule paths() {
    return reading.paths();
  }

  /** Reports a problem of a key that may or may not be there. */
  <T> Optional<T> reject(String key, String message, String remedy) {
    int line =
        Optional.ofNullable(mapping.members().get(key))
            .map(YamlNode.Member::line)
            .orElse(mapping.line());
    reading.problems().report(Place.at(line, path.child(key)), message, remedy);
    return Optional.empty();
  }

  /** Reports the keys that nobody asked for. */
  void end() {
    mapping.members().keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> reject(key, "unknown key", suggestion(key)));
  }

  private String suggestion(String key) {
    return Nearest.of(key, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("known here: " + String.join(", ", known));
  }
}

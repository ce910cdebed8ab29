package io.safeupdate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is written under a key. Each method gives what it means; where it cannot mean that, the
 * problem is reported and the answer is empty.
 */
final class Value {
  private final Reading reading;
  private final YamlNode node;
  private final KeyPath key;

  Value(Reading reading, YamlNode node, KeyPath key) {
    this.reading = reading;
    this.node = node;
    this.key = key;
  }

  <T> Optional<T> as(Parser<T> parser) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNothing()) {
      return reject("must be a single value, not " + node.kind(), "see docs/configuration.md");
    }
    try {
      return Optional.of(parser.parse(reading.interpolation().fill(scalar.text())));
    } catch (Rejection e) {
      return reject(e.getMessage(), e.remedy());
    }
  }

  <T> Optional<List<T>> list(Function<Value, Optional<T>> item) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return reject("must be a list, not " + node.kind(), "write it as [first, second]");
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      item.apply(new Value(reading, sequence.items().get(i), key.item(i))).ifPresent(items::add);
    }
    return Optional.of(List.copyOf(items));
  }

  /** Reads a mapping; a key that the reader does not ask for is a problem. */
  <T> Optional<T> section(Function<Section, Optional<T>> reader) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return reject("must be a mapping, not " + node.kind(), "write `key: value` lines below it");
    }
    Section section = new Section(reading, mapping, key);
    Optional<T> read = reader.apply(section);
    section.end();
    return read;
  }

  /** Whatever it is: a map, a list, a text, a number or a truth value. */
  Optional<Object> untyped() {
    if (node instanceof YamlNode.Sequence) {
      return list(Value::untyped).map(Function.identity());
    }
    if (node instanceof YamlNode.Mapping) {
      return section(Section::untyped).map(Function.identity());
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return scalar.isNothing()
        ? Optional.empty()
        : as(scalar.plain() ? Untyped::plain : text -> text);
  }

  boolean isEmptyList() {
    return node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty();
  }

  boolean isScalar() {
    return node instanceof YamlNode.Scalar;
  }

  <T> Optional<T> reject(String message, String remedy) {
    Place place = Place.at(node.line(), key);
    boolean shown = node instanceof YamlNode.Scalar scalar && !scalar.isNothing();
    reading
        .problems()
        .report(shown ? place.showing(((YamlNode.Scalar) node).text()) : place, message, remedy);
    return Optional.empty();
  }
}

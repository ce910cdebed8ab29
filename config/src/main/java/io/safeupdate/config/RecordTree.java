package io.safeupdate.config;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes records apart into what stands in a file: maps, lists, texts, numbers, truth values. */
final class RecordTree {
  private final Function<Path, String> paths;

  /**
   * @param paths how a path is written
   */
  RecordTree(Function<Path, String> paths) {
    this.paths = paths;
  }

  /** The record's components by name, without those that are empty. */
  Map<String, Object> of(Record record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      written(component(record, component)).ifPresent(it -> tree.put(component.getName(), it));
    }
    return tree;
  }

  /** What differs from the defaults, all the way down. */
  static Map<String, Object> differing(Map<String, Object> tree, Map<String, Object> defaults) {
    Map<String, Object> differing = new LinkedHashMap<>(tree);
    differing.entrySet().removeIf(entry -> entry.getValue().equals(defaults.get(entry.getKey())));
    differing.replaceAll((key, value) -> differing(value, defaults.get(key)));
    return differing;
  }

  @SuppressWarnings("unchecked") // All maps in a tree have texts as keys.
  private static Object differing(Object value, Object fallback) {
    return value instanceof Map<?, ?> && fallback instanceof Map<?, ?>
        ? differing((Map<String, Object>) value, (Map<String, Object>) fallback)
        : value;
  }

  private Optional<Object> written(Object value) {
    return value instanceof Optional<?> optional
        ? optional.flatMap(this::written)
        : Optional.of(present(value));
  }

  private Object present(Object value) {
    if (value instanceof Collection<?> items) {
      return list(items);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> tree = new LinkedHashMap<>();
      map.forEach((key, member) -> tree.put(key.toString(), present(member)));
      return tree;
    }
    return value instanceof Record record ? record(record) : single(value);
  }

  private List<Object> list(Collection<?> items) {
    List<Object> list = new ArrayList<>();
    items.forEach(item -> list.add(present(item)));
    return list;
  }

  private Object record(Record record) {
    if (record instanceof Timetable) {
      return record.toString();
    }
    if (record instanceof MigrateConfig.OnStart) {
      return "onStart";
    }
    return record instanceof MigrateConfig.None ? "none" : of(record);
  }

  private Object single(Object value) {
    if (value instanceof Enum<?> constant) {
      return Parsers.word(constant);
    }
    if (value instanceof Duration duration) {
      return Durations.written(duration);
    }
    if (value instanceof Path path) {
      return paths.apply(path);
    }
    if (value instanceof Secret secret) {
      return secret.value();
    }
    return value instanceof URI || value instanceof ZoneId ? value.toString() : value;
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}

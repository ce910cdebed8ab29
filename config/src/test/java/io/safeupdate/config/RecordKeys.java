package io.safeupdate.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every key that the records have, such as {@code deployments.<name>.health.http[].url}. */
final class RecordKeys {
  private final Set<String> keys = new TreeSet<>();

  static Set<String> all() {
    RecordKeys keys = new RecordKeys();
    keys.addComponents(SafeUpdateConfig.class, "");
    // The name is the key of the deployment itself.
    keys.keys.remove("deployments.<name>.name");
    // The file itself is not in it.
    keys.keys.remove("source");
    return keys.keys;
  }

  private void addComponents(Class<?> record, String prefix) {
    for (RecordComponent component : record.getRecordComponents()) {
      add(component.getGenericType(), prefix + component.getName());
    }
  }

  private void add(Type type, String path) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      add(generic.getActualTypeArguments()[0], path);
    } else if (type instanceof ParameterizedType generic && isRecord(last(generic))) {
      if (generic.getRawType() == Map.class) {
        addComponents((Class<?>) last(generic), path + ".<name>.");
      } else {
        keys.add(path);
        addComponents((Class<?>) last(generic), path + "[].");
      }
    } else {
      addPlain(type, path);
    }
  }

  private void addPlain(Type type, String path) {
    if (type == MigrateConfig.class) {
      addComponents(MigrateConfig.Command.class, path + ".");
    } else if (isRecord(type)) {
      addComponents((Class<?>) type, path + ".");
    } else {
      keys.add(path);
    }
  }

  private static Type last(ParameterizedType generic) {
    Type[] arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static boolean isRecord(Type type) {
    return type instanceof Class<?> it && it.isRecord();
  }

  /** Every key of a file that was read without types. */
  static Set<String> of(Map<?, ?> tree) {
    RecordKeys keys = new RecordKeys();
    keys.addTree(tree, "");
    return keys.keys;
  }

  private void addTree(Map<?, ?> tree, String prefix) {
    tree.forEach((key, value) -> addValue(value, prefix + key));
  }

  private void addValue(Object value, String path) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      addTree(map, path + ".");
      return;
    }
    keys.add(path);
    if (value instanceof Collection<?> items) {
      items.stream()
          .filter(Map.class::isInstance)
          .forEach(item -> addTree((Map<?, ?>) item, path + "[]."));
    }
  }
}

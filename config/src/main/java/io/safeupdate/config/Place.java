package io.safeupdate.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where in the file, and what may be shown of it.
 *
 * @param line counted from 1
 * @param value what is written there, fit for a message
 */
record Place(OptionalInt line, KeyPath key, Optional<String> value) {

  static Place at(int line, KeyPath key) {
    return new Place(OptionalInt.of(line), key, Optional.empty());
  }

  /** The file as a whole. */
  static Place file() {
    return new Place(OptionalInt.empty(), KeyPath.ROOT, Optional.empty());
  }

  /** The same place, showing what is written there. */
  Place showing(String written) {
    return new Place(line, key, Optional.of(Shown.value(key, written)));
  }
}

package io.safeupdate.api;

import java.util.List;
import java.util.Map;

/** Server sections. */
final class Servers {
  static final Map<String, Object> ANY_PORT = listening(Map.of("type", "http", "port", 0));

  private Servers() {}

  static Map<String, Object> listening(Map<String, Object> connector) {
    return Map.of("applicationConnectors", List.of(connector));
  }
}

package io.safeupdate.activities.health;

import io.safeupdate.activities.docker.Container;
import java.util.HashMap;
import java.util.Map;

/**
 * How often the engine has restarted containers since they were first looked at. What a container
 * went through before, such as a host that started without its database, is not held against it.
 */
final class Restarts {
  private final Map<String, Integer> before = new HashMap<>();

  int since(Container container) {
    before.putIfAbsent(container.id(), container.restarts());
    return Math.max(0, container.restarts() - before.get(container.id()));
  }
}

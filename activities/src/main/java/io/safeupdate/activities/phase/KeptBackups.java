package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.JsonFile;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The backups that a person pinned, by name: whatever has such a name is never pruned. Written
 * under the deployment's lock only.
 */
final class KeptBackups {
  private final JsonFile file;

  KeptBackups(JsonFile file) {
    this.file = file;
  }

  Set<String> names() {
    return pins().keySet();
  }

  /** Pins a backup; false: it was pinned already. */
  boolean keep(String name, Instant now) {
    Map<String, Instant> pins = pins();
    boolean isNew = pins.putIfAbsent(name, now) == null;
    if (isNew) {
      file.write(new Pinned(pins));
    }
    return isNew;
  }

  /** Takes a pin off; false: there was none. */
  boolean release(String name) {
    Map<String, Instant> pins = pins();
    boolean was = pins.remove(name) != null;
    if (was) {
      file.write(new Pinned(pins));
    }
    return was;
  }

  private Map<String, Instant> pins() {
    return new TreeMap<>(file.read(Pinned.class).map(Pinned::since).orElse(Map.of()));
  }

  /**
   * The document.
   *
   * @param since when each was pinned, by name
   */
  record Pinned(Map<String, Instant> since) {
    Pinned {
      since = Map.copyOf(since);
    }
  }
}

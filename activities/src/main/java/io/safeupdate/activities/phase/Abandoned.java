package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.JsonFile;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Databases that were renamed away on a way back, and since when; kept for a while, then pruned. */
final class Abandoned {
  private final JsonFile file;

  private Abandoned(JsonFile file) {
    this.file = file;
  }

  /** When each database was abandoned. */
  record Register(Map<String, Instant> since) {
    Register {
      since = new TreeMap<>(since);
    }
  }

  static Abandoned in(Deployment deployment) {
    return new Abandoned(
        new JsonFile(
            deployment
                .host()
                .state()
                .deployment(deployment.name())
                .resolve("abandoned-databases.json")));
  }

  Map<String, Instant> all() {
    return file.read(Register.class).orElseGet(() -> new Register(Map.of())).since();
  }

  void add(String database, Instant now) {
    Map<String, Instant> all = all();
    all.putIfAbsent(database, now);
    file.write(new Register(all));
  }

  void remove(String database) {
    Map<String, Instant> all = all();
    all.remove(database);
    file.write(new Register(all));
  }
}

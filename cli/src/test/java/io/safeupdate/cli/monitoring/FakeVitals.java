package io.safeupdate.cli.monitoring;

import io.safeupdate.worker.EngineAwayException;
import io.safeupdate.worker.Vitals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host that is well, unless a test says otherwise. */
final class FakeVitals implements Vitals {
  private final Map<String, Long> free =
      new HashMap<>(Map.of("docker", 5_000_000_000L, "safe-update", 5_000_000_000L));

  private final Map<String, Instant> backups = new HashMap<>();
  private Optional<String> trouble = Optional.empty();

  void engineIsAway(String why) {
    trouble = Optional.of(why);
  }

  void free(String use, long bytes) {
    free.put(use, bytes);
  }

  void backedUp(String deployment, Instant at) {
    backups.put(deployment, at);
  }

  @Override
  public String engineVersion() {
    if (trouble.isPresent()) {
      throw new EngineAwayException(trouble.get(), new IllegalStateException());
    }
    return "27.1.0";
  }

  @Override
  public List<Disk> disks() {
    return List.of(disk("docker"), disk("safe-update"));
  }

  private Disk disk(String use) {
    return new Disk(use, Path.of("/var/lib", use), free.get(use), 100_000_000_000L);
  }

  @Override
  public Optional<Instant> newestBackup(String deployment) {
    return Optional.ofNullable(backups.get(deployment));
  }
}

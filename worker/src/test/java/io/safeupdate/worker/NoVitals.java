package io.safeupdate.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Of a host that nobody monitors. */
final class NoVitals implements Vitals {
  @Override
  public String engineVersion() {
    throw new EngineAwayException("there is no engine", new IllegalStateException());
  }

  @Override
  public List<Disk> disks() {
    return List.of();
  }

  @Override
  public Optional<Instant> newestBackup(String deployment) {
    return Optional.empty();
  }
}

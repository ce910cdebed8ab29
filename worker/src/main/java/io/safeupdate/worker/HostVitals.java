package io.safeupdate.worker;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.phase.Host;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs of life of this machine. */
final class HostVitals implements Vitals {
  private static final Logger LOG = LoggerFactory.getLogger(HostVitals.class);

  private final Host host;
  private final Engine engine;

  /** By what they are for. */
  private final Map<String, Path> directories = new TreeMap<>();

  /**
   * @param engine a connection of its own, so that no operation waits behind a question that hangs
   */
  HostVitals(Host host, Engine engine) {
    this.host = host;
    this.engine = engine;
    directories.put("state", host.state().root());
  }

  @Override
  public String engineVersion() {
    try {
      Engine.Info info = engine.info();
      keepsDataIn(Path.of(info.rootDirectory()));
      return info.version();
    } catch (StepFailure away) {
      throw new EngineAwayException(away.getMessage(), away);
    }
  }

  /** An engine elsewhere has its data there. */
  private synchronized void keepsDataIn(Path directory) {
    if (Files.isDirectory(directory)) {
      directories.put("docker", directory);
    }
  }

  @Override
  public synchronized List<Disk> disks() {
    return directories.entrySet().stream()
        .map(entry -> disk(entry.getKey(), entry.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Disk> disk(String use, Path directory) {
    try {
      FileStore store = Files.getFileStore(directory);
      return Optional.of(new Disk(use, directory, store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException gone) {
      LOG.debug("cannot see how full {} is", directory, gone);
      return Optional.empty();
    }
  }

  @Override
  public Optional<Instant> newestBackup(String deployment) {
    return host.newestBackup(deployment);
  }
}

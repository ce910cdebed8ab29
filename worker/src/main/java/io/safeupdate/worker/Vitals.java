package io.safeupdate.worker;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs of life of a host, for monitoring: cheap, and in the way of no operation. */
public interface Vitals {

  /**
   * Asks the Docker engine; takes seconds where it hangs.
   *
   * @return its version
   * @throws EngineAwayException when it does not answer
   */
  String engineVersion();

  /** The disks that updates need; that of the engine once it has answered. */
  List<Disk> disks();

  /** When the newest backup was verified that an operation on this host made. */
  Optional<Instant> newestBackup(String deployment);

  /**
   * Room on a disk.
   *
   * @param use what it is for, such as {@code docker}
   * @param directory that lies on it
   */
  record Disk(String use, Path directory, long freeBytes, long totalBytes) {}
}

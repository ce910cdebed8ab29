package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The process of a server: our child, or one that an earlier run left behind. */
final class ServerProcess {
  /** The system reports start times against a clock that may have been set since. */
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

  private static final long LOOK_MILLIS = 50;

  private final ProcessHandle handle;

  ServerProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /** The process that a record speaks of; empty when it is gone, also when its pid came again. */
  static Optional<ServerProcess> of(ServerRecord record) {
    return ProcessHandle.of(record.pid())
        .map(ServerProcess::new)
        .filter(ServerProcess::isAlive)
        .filter(process -> near(process.startTime(), record.startTime()));
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_ERROR) <= 0;
  }

  long pid() {
    return handle.pid();
  }

  Instant startTime() {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /** What an earlier run left behind may never be reaped, as in containers without an init. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException notLinux) {
      return false;
    }
  }

  /** Asks it to end, and after the grace makes it. Keeps the thread's interrupt for the caller. */
  void stop(Duration grace) {
    handle.destroy();
    if (!awaitEnd(grace)) {
      handle.destroyForcibly();
      awaitEnd(grace);
    }
  }

  private boolean awaitEnd(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    while (isAlive() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !isAlive();
  }
}

package io.safeupdate.activities.docker;

import java.time.Instant;
import java.util.Optional;

/** Tells this process from one that had its number before. */
final class ThisProcess {
  static final String NAME = name(ProcessHandle.current());

  private ThisProcess() {}

  /** Whether the process of that name still runs on this host. */
  static boolean isAlive(String name) {
    String number = name.split("@", -1)[0];
    return number.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(number))
            .map(ThisProcess::name)
            .filter(name::equals)
            .isPresent();
  }

  private static String name(ProcessHandle process) {
    Optional<Instant> start = process.info().startInstant();
    return process.pid() + "@" + start.map(Instant::toEpochMilli).orElse(0L);
  }
}

package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of ours, as written into a lock.
 *
 * @param started tells it from a later process with the same number
 */
record LockOwner(long pid, Instant started) {
  private static final Pattern TEXT =
      Pattern.compile("safe-update pid=(\\d+) started=(\\S+)\\s.*", Pattern.DOTALL);

  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  static LockOwner me() {
    ProcessHandle me = ProcessHandle.current();
    return new LockOwner(me.pid(), startOf(me));
  }

  /** Who wrote a lock file; empty: not we, or there is none. */
  static Optional<LockOwner> of(Path file) {
    try {
      Matcher text = TEXT.matcher(Files.readString(file));
      return text.matches()
          ? Optional.of(new LockOwner(Long.parseLong(text.group(1)), Instant.parse(text.group(2))))
          : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> isSame(startOf(process)))
        .isPresent();
  }

  /**
   * Another process computes our start from the clock, which may have been set since; our own
   * number with another start, as after the restart of a container, is a process that is gone.
   */
  private boolean isSame(Instant start) {
    return pid == ProcessHandle.current().pid()
        ? start.equals(started)
        : Duration.between(started, start).abs().compareTo(CLOCK_STEP) < 0;
  }

  String toText() {
    return """
        safe-update pid=%d started=%s
        Safe Update is moving this checkout. If that process is gone, its next attempt goes on.
        """
        .formatted(pid, started);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}

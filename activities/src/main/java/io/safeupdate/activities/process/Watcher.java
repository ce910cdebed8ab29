package io.safeupdate.activities.process;

/** What follows a process while it runs. */
public interface Watcher {
  /** Watches nothing. */
  Watcher NOTHING = line -> {};

  /**
   * A line of stdout or stderr, secrets masked and colours stripped. Called by one reader at a
   * time, never by the thread that runs the command; must not throw.
   */
  void line(String line);

  /**
   * Called about each second by the thread that runs the command, however silent the process is.
   *
   * @throws RuntimeException to stop the process; {@link ProcessRunner#run} rethrows it
   */
  default void tick() {}

  /** Reports the last line that was printed. */
  static Watcher reporting(Progress progress) {
    return new LastLineReport(progress);
  }
}

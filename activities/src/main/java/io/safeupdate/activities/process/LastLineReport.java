package io.safeupdate.activities.process;

/** Tells a {@link Progress} the last line of a process that said something. */
final class LastLineReport implements Watcher {
  private static final int LONGEST = 160;

  private final Progress progress;
  private volatile String last = "started";

  LastLineReport(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void line(String line) {
    if (!line.isBlank()) {
      last = line.strip();
    }
  }

  @Override
  public void tick() {
    String told = last;
    progress.report(told.length() <= LONGEST ? told : told.substring(0, LONGEST));
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** JGit's progress as ours; says a task when it begins and now and then while it goes on. */
final class ReportingMonitor extends EmptyProgressMonitor {
  private static final long OFTEN_NANOS = 500_000_000L;

  private final Progress progress;
  private String task = "";
  private int total;
  private int done;
  private long saidAt;

  ReportingMonitor(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void beginTask(String title, int totalWork) {
    task = title;
    total = totalWork;
    done = 0;
    say();
  }

  @Override
  public void update(int completed) {
    done += completed;
    if (System.nanoTime() - saidAt > OFTEN_NANOS) {
      say();
    }
  }

  @Override
  public boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }

  private void say() {
    saidAt = System.nanoTime();
    progress.report(total == UNKNOWN ? task : "%s: %d of %d".formatted(task, done, total));
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.OwnSession;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running git: both its outputs are drained, and it never outlives the call that started it. */
final class GitProcess {
  private static final long POLL_MILLIS = 100;
  private static final long GRACE_SECONDS = 2;

  private final Process process;
  private final Drain out;
  private final Drain err;

  private GitProcess(Process process) {
    this.process = process;
    this.out = Drain.all(process.getInputStream());
    this.err = Drain.tail(process.getErrorStream());
  }

  /**
   * Starts it; {@code environment} is all that it gets.
   *
   * @throws IOException when the program cannot be started
   */
  static GitProcess start(List<String> argv, Path directory, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(argv, environment)).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new GitProcess(builder.start());
  }

  /**
   * Waits for its end, and kills it with its children when the time is over, when the progress says
   * stop and when this thread is interrupted.
   */
  GitEnded await(GitCommand command, Progress progress) {
    try {
      feed(command.input());
      if (!ended(Instant.now().plus(command.limit()), progress)) {
        return new GitEnded(GitEnded.TIMED_OUT, "", "no end after " + command.limit());
      }
      return new GitEnded(process.exitValue(), out.text(), err.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailure(FailureType.WORKER_STOPPING, "git was stopped half-way.", e);
    } finally {
      kill();
    }
  }

  private boolean ended(Instant deadline, Progress progress) throws InterruptedException {
    String said = "";
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      String says = Refusal.withoutSecrets(err.lastLine());
      if (!says.equals(said)) {
        progress.report(says);
        said = says;
      }
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
    }
    return true;
  }

  private void feed(String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException deaf) {
      // It ended without reading; its exit code tells why.
      return;
    }
  }

  /** Asks first: git then removes its lock files. */
  private void kill() {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    boolean interrupted = Thread.interrupted();
    try {
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    children.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

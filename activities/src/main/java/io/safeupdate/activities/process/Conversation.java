package io.safeupdate.activities.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes into and comes out of one process. Each stream has a thread of its own: a pipe that
 * nobody empties, or that nobody reads, stops the process.
 */
final class Conversation {
  /** A grandchild that outlives the process may hold its pipes open for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RecentLines lines;
  private final OutputDrain stdout;
  private final OutputDrain stderr;
  private final List<Thread> threads = new ArrayList<>();

  private Conversation(Process process, RecentLines lines) {
    this.lines = lines;
    this.stdout = new OutputDrain(process.getInputStream(), lines);
    this.stderr = new OutputDrain(process.getErrorStream(), lines);
  }

  static Conversation with(Process process, Command command, Watcher watcher) {
    Conversation talk = new Conversation(process, new RecentLines(command.mask(), watcher));
    talk.begin("stdout", talk.stdout);
    talk.begin("stderr", talk.stderr);
    byte[] input = command.stdin().orElse("").getBytes(StandardCharsets.UTF_8);
    talk.begin("stdin", () -> write(input, process.getOutputStream()));
    return talk;
  }

  /** All that the process said, once it has ended. */
  CompletedProcess end(int exitCode) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : threads) {
      thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    return soFar(exitCode);
  }

  CompletedProcess soFar(int exitCode) {
    return new CompletedProcess(exitCode, stdout.text(), stderr.text(), lines.all());
  }

  private void begin(String name, Runnable work) {
    Thread thread = new Thread(work, "process-" + name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private static void write(byte[] input, OutputStream stdin) {
    try (stdin) {
      stdin.write(input);
    } catch (IOException e) {
      // The process did not want to read it all: its exit code tells whether that is a failure.
    }
  }
}

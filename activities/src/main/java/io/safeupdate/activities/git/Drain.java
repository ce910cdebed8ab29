package io.safeupdate.activities.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a process's output on its own thread, so that the process never waits for us. */
final class Drain {
  private static final int TAIL = 64 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private final Thread reader;

  private Drain(InputStream in, int most) {
    this.most = most;
    this.reader = new Thread(() -> read(in), "git-output");
    reader.setDaemon(true);
    reader.start();
  }

  static Drain all(InputStream in) {
    return new Drain(in, Integer.MAX_VALUE);
  }

  /** Keeps the end only. */
  static Drain tail(InputStream in) {
    return new Drain(in, TAIL);
  }

  /** Everything that was kept, once the process ended. */
  String text() throws InterruptedException {
    reader.join();
    return soFar();
  }

  /** The newest line, complete or not; a progress line counts as one. */
  String lastLine() {
    return soFar().lines().reduce("", (before, line) -> line).strip();
  }

  private synchronized String soFar() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException closed) {
      // The process was killed; what it said until then is kept.
      return;
    }
  }

  private synchronized void keep(byte[] buffer, int length) {
    bytes.write(buffer, 0, length);
    if (bytes.size() / 2 > most) {
      byte[] all = bytes.toByteArray();
      bytes.reset();
      byte[] end = Arrays.copyOfRange(all, all.length - most, all.length);
      bytes.write(end, 0, end.length);
    }
  }
}

package io.safeupdate.cli.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things to be closed, the last opened first; one that fails keeps no other open. */
final class Undertakings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Undertakings.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Sees that they are closed too when the process is told to end at once. */
  void closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "closing"));
  }

  synchronized <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("stopping {} failed", part.getClass().getSimpleName(), e);
      }
    }
  }
}

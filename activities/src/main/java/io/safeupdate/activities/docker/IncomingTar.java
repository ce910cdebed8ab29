package io.safeupdate.activities.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;

/** The body of an answer. Its reader may close it; only {@link #end} ends the exchange. */
final class IncomingTar extends FilterInputStream {
  private final Response response;
  private final StreamWatch watch;
  private boolean ended;

  IncomingTar(Response response, Duration longestSilence) {
    super(response.getBody());
    this.response = response;
    this.watch = new StreamWatch(longestSilence, response::close);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    boolean more = false;
    try {
      int count = watch.moving(() -> in.read(buffer, offset, length));
      more = count >= 0;
      return count;
    } finally {
      ended = !more;
    }
  }

  /** By reading: how far the library's own stream skipped could not be trusted at its end. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, 64 << 10)];
    return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
  }

  /** Nothing: the library's streams would fetch the rest first. */
  @Override
  public void close() {}

  /** Whether the last read found nothing more, or failed. */
  boolean hasEnded() {
    return ended;
  }

  /** Drops what was not read. */
  void end() {
    watch.close();
    response.close();
  }
}

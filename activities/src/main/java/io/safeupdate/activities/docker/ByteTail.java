package io.safeupdate.activities.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last bytes of a stream that may have no end. Safe for use by several threads. */
final class ByteTail {
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long total;

  ByteTail(int most) {
    this.most = most;
  }

  synchronized void append(byte[] bytes) {
    kept.writeBytes(bytes);
    total += bytes.length;
    // Trimmed only at twice the size, so that the copying stays cheap.
    if (kept.size() > 2 * most) {
      byte[] last = last();
      kept.reset();
      kept.writeBytes(last);
    }
  }

  synchronized String text() {
    return new String(last(), StandardCharsets.UTF_8);
  }

  /**
   * The same, but where the beginning is cut off, from the next line on: a cut through a secret
   * would leave its second half.
   */
  synchronized String wholeLines() {
    String text = text();
    return total > most ? text.substring(text.indexOf('\n') + 1) : text;
  }

  private byte[] last() {
    byte[] all = kept.toByteArray();
    return Arrays.copyOfRange(all, Math.max(0, all.length - most), all.length);
  }
}

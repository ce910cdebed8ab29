package io.safeupdate.activities.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Collects what is read through it, while told so. Skipping is reading here, so that nothing is
 * missed, and there is no mark to go back to.
 */
final class Tap extends BlockStream {
  private final InputStream source;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private boolean collecting = true;

  Tap(InputStream source) {
    this.source = source;
  }

  void collect(boolean whether) {
    collecting = whether;
  }

  /** What was collected since it was taken last. */
  byte[] take() {
    byte[] taken = collected.toByteArray();
    collected.reset();
    return taken;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = source.read(buffer, offset, length);
    if (collecting && read > 0) {
      collected.write(buffer, offset, read);
    }
    return read;
  }
}

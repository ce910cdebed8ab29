package io.safeupdate.activities.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream ahead of whoever works with it. An engine hands its stream out in small pieces; on
 * a busy machine, who takes each only when the last one is done with waits most of the time.
 */
final class ReadAhead extends InputStream {
  private static final int PIECE = 1 << 20;
  private static final int PIECES = 16;

  private final InputStream source;
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(PIECES);
  private final Thread reader = new Thread(this::readAll, "media-read-ahead");
  private Piece current = new Piece(new byte[0], 0, null);
  private int position;

  /** Some of the stream; less than the whole array at its end, or where it broke off. */
  private record Piece(byte[] bytes, int length, IOException trouble) {}

  /** Begins to read. Close it before the source. */
  ReadAhead(InputStream source) {
    this.source = source;
    for (int i = 0; i < PIECES; i++) {
      empty.add(new byte[PIECE]);
    }
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (position == current.length() && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length() - position);
    System.arraycopy(current.bytes(), position, buffer, offset, count);
    position += count;
    return count;
  }

  /** Whether there is more. */
  private boolean next() throws IOException {
    if (current.trouble() != null) {
      throw current.trouble();
    }
    boolean isLast = current.bytes().length > 0 && current.length() < current.bytes().length;
    if (isLast) {
      return false;
    }
    try {
      if (current.bytes().length > 0) {
        empty.put(current.bytes());
      }
      current = full.take();
      position = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped reading");
    }
    return current.length() > 0 || next();
  }

  private void readAll() {
    try {
      Piece piece;
      do {
        piece = fill(empty.take());
        full.put(piece);
      } while (piece.length() == PIECE && piece.trouble() == null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody wants more.
    }
  }

  private Piece fill(byte[] bytes) {
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < PIECE; length += Math.max(0, read)) {
        read = source.read(bytes, length, PIECE - length);
      }
      return new Piece(bytes, length, null);
    } catch (IOException e) {
      return new Piece(bytes, length, e);
    } catch (RuntimeException e) {
      return new Piece(bytes, length, new IOException(e)); // else its taker would wait for ever
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}

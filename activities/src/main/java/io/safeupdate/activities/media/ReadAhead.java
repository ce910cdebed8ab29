package io.safeupdate.activities.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream ahead of whoever works with it. An engine hands its stream out in small pieces; on
 * a busy machine, who takes each only when the last one is done with waits most of the time.
 */
final class ReadAhead extends BlockStream {
  private static final int PIECE = 1 << 20;
  private static final int PIECES = 16;

  private final InputStream source;
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES);
  private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(PIECES);
  private final Thread reader = new Thread(this::readAll, "media-read-ahead");
  private Piece current = new Piece(ByteBuffer.allocate(0), Optional.empty());

  /** Some of the stream; less than the whole buffer at its end, or where it broke off. */
  private record Piece(ByteBuffer bytes, Optional<IOException> trouble) {}

  /** Begins to read. Close it before the source. */
  ReadAhead(InputStream source) {
    this.source = source;
    for (int i = 0; i < PIECES; i++) {
      empty.add(ByteBuffer.allocate(PIECE));
    }
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!current.bytes().hasRemaining()) {
      if (!next()) {
        return -1;
      }
    }
    int count = Math.min(length, current.bytes().remaining());
    current.bytes().get(buffer, offset, count);
    return count;
  }

  /** Whether there is another piece. */
  private boolean next() throws IOException {
    if (current.trouble().isPresent()) {
      throw current.trouble().get();
    }
    boolean isFirst = current.bytes().capacity() == 0;
    if (!isFirst && current.bytes().limit() < PIECE) {
      return false;
    }
    try {
      if (!isFirst) {
        empty.put(current.bytes().clear());
      }
      current = full.take();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped reading");
    }
  }

  private void readAll() {
    try {
      Piece piece;
      do {
        piece = fill(empty.take());
        full.put(piece);
      } while (piece.bytes().limit() == PIECE && piece.trouble().isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody wants more.
    }
  }

  private Piece fill(ByteBuffer bytes) {
    Optional<IOException> trouble = Optional.empty();
    try {
      int read = 0;
      while (read >= 0 && bytes.hasRemaining()) {
        read =
            source.read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read));
      }
    } catch (IOException e) {
      trouble = Optional.of(e);
    } catch (RuntimeException e) {
      trouble = Optional.of(new IOException(e)); // else its taker would wait for ever
    }
    return new Piece(bytes.flip(), trouble);
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}

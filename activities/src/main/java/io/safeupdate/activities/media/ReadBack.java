package io.safeupdate.activities.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.Callable;

/**
 * Reads a file back while it is still being written, hashes it and unpacks it. So its check is over
 * a moment after its last byte was written, and the hash is of what the file holds.
 */
final class ReadBack implements Callable<ReadBack.Read> {
  private static final int BUFFER = 1 << 18;
  private static final long PAUSE_MILLIS = 5;

  private final Path file;
  private final Packing packing;
  private volatile boolean written;

  ReadBack(Path file, Packing packing) {
    this.file = file;
    this.packing = packing;
  }

  /**
   * What was read.
   *
   * @param bytes of the file
   * @param unpacked bytes that it holds
   */
  record Read(long bytes, String sha256, long unpacked) {}

  /** Nothing more is written. */
  void end() {
    written = true;
  }

  @Override
  public Read call() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Follower follower = new Follower(channel);
        InputStream content = packing.unpack(follower)) {
      long unpacked = count(content);
      count(follower); // what stands behind the packed content would be there without a reason
      return new Read(follower.position, Hashes.hex(follower.sha256), unpacked);
    }
  }

  private static long count(InputStream stream) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      bytes += read;
    }
    return bytes;
  }

  /** Waits at the end of the file for more, until there will be no more. */
  private final class Follower extends InputStream {
    private final FileChannel channel;
    private final MessageDigest sha256 = Hashes.sha256();
    private long position;

    Follower(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (true) {
        boolean isLast = written; // asked before reading: what came between is read yet
        int read = channel.read(ByteBuffer.wrap(buffer, offset, length), position);
        if (read > 0) {
          sha256.update(buffer, offset, read);
          position += read;
          return read;
        }
        if (isLast) {
          return -1;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped reading an archive back");
    }
  }
}

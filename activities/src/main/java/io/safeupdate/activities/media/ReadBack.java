package io.safeupdate.activities.media;

import io.safeupdate.activities.words.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.CRC32C;

/**
 * Reads a file back, while it is still being written if need be. So its check is over a moment
 * after its last byte was written, and the hash is of what the file holds.
 */
final class ReadBack implements Callable<ReadBack.Read> {
  private static final int BUFFER = 1 << 18;
  private static final long PAUSE_MILLIS = 5;

  private final Path file;
  private final Optional<Packing> packing;
  private volatile boolean written;

  private ReadBack(Path file, Optional<Packing> packing) {
    this.file = file;
    this.packing = packing;
  }

  /** Of a file that somebody writes. */
  static ReadBack whileWritten(Path file) {
    return new ReadBack(file, Optional.empty());
  }

  /** Of a file that is whole; unpacks it too, which fails when it is not what went in. */
  static Read unpacking(Path file, Packing packing) throws IOException {
    ReadBack whole = new ReadBack(file, Optional.of(packing));
    whole.end();
    return whole.call();
  }

  /**
   * What was read.
   *
   * @param bytes of the file
   * @param crc32c of the file, too: cheap enough to be taken of what is written as well
   * @param unpacked bytes that it holds; those of the file where nobody unpacked it
   */
  record Read(long bytes, String sha256, long crc32c, long unpacked) {}

  /** Nothing more is written. */
  void end() {
    written = true;
  }

  @Override
  public Read call() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Follower follower = new Follower(channel);
        InputStream content = packing.isPresent() ? packing.get().unpack(follower) : follower) {
      long unpacked = count(content);
      count(follower); // what stands behind the packed content would be there without a reason
      return new Read(
          follower.position, Sha256.hex(follower.sha256), follower.crc32c.getValue(), unpacked);
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
  private final class Follower extends BlockStream {
    private final FileChannel channel;
    private final MessageDigest sha256 = Sha256.digest();
    private final CRC32C crc32c = new CRC32C();
    private long position;

    Follower(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (true) {
        boolean isLast = written; // asked before reading: what came between is read yet
        int read = channel.read(ByteBuffer.wrap(buffer, offset, length), position);
        if (read > 0) {
          crc32c.update(buffer, offset, read);
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

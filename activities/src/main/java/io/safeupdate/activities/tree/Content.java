package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Bytes of files, a piece at a time, so that a large file neither fills memory nor goes silent. */
final class Content {
  private static final int PIECE = 8 * 1024 * 1024;
  private static final int COMPARED = 256 * 1024;

  private Content() {}

  /**
   * Copies as much as there was to begin with: a log may grow faster than it is read.
   *
   * @param target does not exist; its owner alone may read it
   * @return how much was copied
   */
  static long copy(Path source, Path target, Meter meter) throws IOException {
    try (FileChannel in = openForReading(source);
        FileChannel out = create(target)) {
      long size = in.size();
      long at = 0;
      while (at < size) {
        long moved = in.transferTo(at, Math.min(PIECE, size - at), out);
        if (moved <= 0) {
          break; // it became shorter
        }
        at += moved;
        meter.add(moved);
      }
      return at;
    }
  }

  static boolean same(Path one, Path other, Meter meter) throws IOException {
    try (FileChannel left = openForReading(one);
        FileChannel right = openForReading(other)) {
      ByteBuffer mine = ByteBuffer.allocate(COMPARED);
      ByteBuffer theirs = ByteBuffer.allocate(COMPARED);
      int read;
      do {
        read = fill(left, mine);
        if (read != fill(right, theirs) || !mine.equals(theirs)) {
          return false;
        }
        meter.add(read);
      } while (read == COMPARED);
      return true;
    }
  }

  private static int fill(FileChannel file, ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // until it is full, or the file ends
    }
    return buffer.flip().remaining();
  }

  /** Through the disk's cache: it is there after a power cut. */
  static void force(Path path) throws IOException {
    try (FileChannel file = openForReading(path)) {
      file.force(true);
    }
  }

  private static FileChannel openForReading(Path path) throws IOException {
    return FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private static FileChannel create(Path path) throws IOException {
    Files.deleteIfExists(path);
    return FileChannel.open(
        path,
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}

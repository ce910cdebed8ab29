package io.safeupdate.activities.media;

import io.safeupdate.activities.host.WriteBehind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read: users' files are nobody else's business. */
final class OwnFile {
  private OwnFile() {}

  /** Creates a file, or empties the one that is there. */
  static OutputStream create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new Behind(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /** Most of an archive is on the disk when its last byte is written. */
  private static final class Behind extends OutputStream {
    private final FileChannel file;
    private final WriteBehind disk;

    Behind(FileChannel file) {
      this.file = file;
      this.disk = new WriteBehind(file);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      disk.write(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
      try (file) {
        disk.await();
      }
    }
  }

  /** Waits until it is on the disk. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

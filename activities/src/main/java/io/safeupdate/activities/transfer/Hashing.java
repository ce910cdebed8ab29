package io.safeupdate.activities.transfer;

import io.safeupdate.activities.words.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Set;

/** SHA-256 of files. */
final class Hashing {
  static final int BUFFER = 1 << 20;

  private Hashing() {}

  static String of(Path file, Meter meter) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
        digest.update(buffer.flip());
        buffer.clear();
        meter.add(count);
      }
    }
    return Sha256.hex(digest);
  }
}

package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One {@code up} for each state directory. The operating system gives the lock back when its holder
 * dies, however it dies; the file stays and means nothing by itself.
 */
public final class UpLock implements AutoCloseable {
  /** Far behind the text, which others must be able to read where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private UpLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws AlreadyUpException when another process has it; the message names it
   */
  public static UpLock acquire(Path stateDirectory) {
    try {
      if (!Files.isDirectory(stateDirectory)) { // Java 17 takes a link to one for a file in the way
        Files.createDirectories(stateDirectory);
      }
      FileChannel channel = open(stateDirectory.resolve("up.lock"));
      if (tryLock(channel).isEmpty()) {
        String holder = read(channel);
        channel.close();
        throw new AlreadyUpException(stateDirectory, holder);
      }
      write(channel, String.valueOf(ProcessHandle.current().pid()));
      return new UpLock(channel);
    } catch (IOException failure) {
      throw new UncheckedIOException("The state directory " + stateDirectory, failure);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
    } catch (OverlappingFileLockException ours) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    String holder = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return holder.isEmpty() ? "(unknown)" : holder;
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package io.safeupdate.api.access.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A file that only its owner may read and that survives a power cut. Several processes may change
 * it: one after the other, by {@link #exclusively}.
 */
public final class OwnerFile {
  private static final FileAttribute<?> FILE = permissions("rw-------");
  private static final FileAttribute<?> DIRECTORY = permissions("rwx------");

  /** The operating system locks processes only, not threads of one. */
  private static final ConcurrentHashMap<Path, Object> THREADS = new ConcurrentHashMap<>();

  private final Path path;

  public OwnerFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  private static FileAttribute<?> permissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  public Path path() {
    return path;
  }

  /** What is in it; empty: there is no such file. */
  public Optional<byte[]> read() {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + path, failure);
    }
  }

  /** Replaces it: readers see what was there before or this, never half of it. */
  public void write(byte[] content) {
    try {
      createDirectory();
      Path half = path.resolveSibling("." + path.getFileName() + ".new");
      Files.deleteIfExists(half);
      Files.createFile(half, FILE);
      put(half, content, StandardOpenOption.WRITE);
      Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
      syncDirectory();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + path, failure);
    }
  }

  /** Puts something behind its end, and makes it if need be; on the disk when this returns. */
  void append(byte[] content) throws IOException {
    createDirectory();
    if (Files.notExists(path)) {
      Files.createFile(path, FILE);
      syncDirectory();
    }
    put(path, content, StandardOpenOption.APPEND);
  }

  void createDirectory() throws IOException {
    if (!Files.isDirectory(path.getParent())) {
      Files.createDirectories(path.getParent().getParent());
      Files.createDirectory(path.getParent(), DIRECTORY);
    }
  }

  private static void put(Path file, byte[] content, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  void syncDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Does something while nobody else does anything exclusively to this file. */
  public <T> T exclusively(Supplier<T> change) {
    synchronized (THREADS.computeIfAbsent(path, key -> new Object())) {
      try (FileChannel channel = openLock();
          FileLock held = channel.lock()) {
        assert held.isValid();
        return change.get();
      } catch (IOException failure) {
        throw new UncheckedIOException("Cannot lock " + path, failure);
      }
    }
  }

  private FileChannel openLock() throws IOException {
    createDirectory();
    return FileChannel.open(
        path.resolveSibling(path.getFileName() + ".lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        FILE);
  }
}

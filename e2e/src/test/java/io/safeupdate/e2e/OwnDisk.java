package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system that is the tests' alone: they fill it as they like. Application, engine, database,
 * Temporal and notes all are on it, as they are on a machine with one disk.
 */
final class OwnDisk {
  private final Path filler;

  /**
   * @param directory on the file system
   */
  OwnDisk(Path directory) {
    this.filler = directory.resolve("filler");
  }

  /** Leaves no byte to anybody. */
  void fill() {
    try {
      long free = Files.getFileStore(filler.getParent()).getUsableSpace();
      Run.of(filler.getParent(), "fallocate", "-l", String.valueOf(free), filler.toString());
      // What that could not have, to the last block; ends with "No space left on device".
      Run.of(
          filler.getParent(), "dd", "if=/dev/zero", "of=" + filler, "oflag=append", "conv=notrunc");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it all back. */
  void free() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

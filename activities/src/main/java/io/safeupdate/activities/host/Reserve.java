package io.safeupdate.activities.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Room on the disk of the state directory that an operation holds back, in pieces, so that its way
 * back can be gone when something fills the disk. Given back piece by piece: what fills the disk
 * may still be at work, and would have all of it at once.
 */
public final class Reserve {
  /** In bytes, all pieces together. */
  public static final long SIZE = 64L * 1024 * 1024;

  static final int PIECE = 8 * 1024 * 1024;

  private final Path directory;

  Reserve(Path record) {
    this.directory = record.resolve("reserve");
  }

  /**
   * Takes the room; pieces that are there stay.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code DiskFull}
   */
  public void take() {
    byte[] piece = new byte[PIECE];
    new Random().nextBytes(piece); // zeros would take no room on a disk that compresses
    for (int number = 1; number <= SIZE / PIECE; number++) {
      Path file = directory.resolve(String.valueOf(number));
      try {
        Files.createDirectories(directory);
        Files.write(file, piece);
      } catch (IOException e) {
        throw Durable.failure(file, e);
      }
    }
  }

  /** Gives one piece back; false: there is none. */
  public boolean giveBackOne() {
    for (Path piece : pieces()) {
      try {
        if (Files.deleteIfExists(piece)) {
          return true;
        }
      } catch (IOException e) {
        throw Durable.failure(piece, e);
      }
    }
    return false;
  }

  /** Gives all of it back. */
  public void giveBack() {
    while (giveBackOne()) {
      // one after the other
    }
  }

  private List<Path> pieces() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> pieces = Files.list(directory)) {
      return pieces.sorted().toList();
    } catch (IOException e) {
      throw Durable.failure(directory, e);
    }
  }
}

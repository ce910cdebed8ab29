package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The trace of a move that began, from after its checks until it is verified. While it lies there,
 * a half-written file among the moved paths is the move's own, and not somebody's work.
 */
final class MoveNote {
  private MoveNote() {}

  /** Whether a move between these two commits, in either direction, began and did not end. */
  static boolean matches(WorkTree tree, String from, String to) {
    try {
      String note = Files.readString(file(tree)).strip();
      return note.equals(from + " " + to) || note.equals(to + " " + from);
    } catch (IOException none) {
      return false;
    }
  }

  /** On disk when this returns: after a power cut too, the note is older than the first file. */
  static void write(WorkTree tree, String from, String to) {
    try {
      durably(file(tree), from + " " + to + "\n");
    } catch (IOException e) {
      throw Refusal.unusable(
          tree.root(), "its git directory cannot be written: " + e.getMessage(), e);
    }
  }

  static void durably(Path path, String content) throws IOException {
    ByteBuffer text = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (text.hasRemaining()) {
        file.write(text);
      }
      file.force(true);
    }
  }

  static void erase(WorkTree tree) {
    try {
      Files.deleteIfExists(file(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(WorkTree tree) {
    return tree.gitDir().resolve("safe-update.move");
  }
}

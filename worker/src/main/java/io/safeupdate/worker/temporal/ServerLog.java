package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server says; kept across starts, the one before the last is dropped. */
record ServerLog(Path file) {
  private static final long LARGE = 5_000_000;
  private static final int TAIL = 8;

  /** Begins a new log when the old one is large. */
  void rotate() {
    try {
      if (Files.exists(file) && Files.size(file) > LARGE) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot rotate " + file, failure);
    }
  }

  /** Its last lines. */
  String tail() {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException unreadable) {
      return "(" + file + " cannot be read)";
    }
  }
}

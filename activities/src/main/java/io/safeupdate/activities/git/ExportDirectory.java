package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The place that an export is written to. */
final class ExportDirectory {
  private ExportDirectory() {}

  static void requireEmpty(Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> entries = Files.list(directory)) {
        if (entries.findAny().isPresent()) {
          throw Refusal.notEmpty(directory);
        }
      }
    } catch (IOException e) {
      throw Refusal.unwritable(directory, e);
    }
  }
}

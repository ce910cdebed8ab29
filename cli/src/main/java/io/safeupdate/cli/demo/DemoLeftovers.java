package io.safeupdate.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a demo that was killed left in its state directory: a Temporal server, and its history. */
final class DemoLeftovers {
  private DemoLeftovers() {}

  /** Stops processes that were started on a directory, and deletes it. */
  static void remove(Path directory) {
    ProcessHandle.allProcesses()
        .filter(process -> runsOn(process, directory))
        .forEach(ProcessHandle::destroyForcibly);
    delete(directory);
  }

  private static boolean runsOn(ProcessHandle process, Path directory) {
    return process
        .info()
        .arguments()
        .map(List::of)
        .filter(words -> words.stream().anyMatch(word -> word.startsWith(directory + "/")))
        .isPresent();
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.safeupdate.worker;

import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a failure looked like, as this host kept it.
 *
 * @param folder where it lies
 * @param files in the order in which people read them
 */
public record KeptFailure(Path folder, List<File> files) {
  /** What tells most comes first. */
  private static final List<String> FIRST = List.of("summary.txt", "phases.txt", "steps/", "logs/");

  public KeptFailure {
    files = List.copyOf(files);
  }

  /**
   * One file of it.
   *
   * @param name relative to the folder, such as {@code logs/django.log}
   */
  public record File(String name, String text) {}

  /**
   * The latest failure of an operation; empty when none was kept, or not on this host, or not any
   * more.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static Optional<KeptFailure> latest(
      Path stateDirectory, String deployment, String operation) {
    Path record = new StateDirectory(stateDirectory).operation(deployment, operation);
    return list(new OperationRecord(record).failures()).stream()
        .filter(folder -> !isDraft(folder) && Files.isDirectory(folder))
        .max(Comparator.comparing(KeptFailure::writtenAt))
        .map(KeptFailure::read);
  }

  private static boolean isDraft(Path folder) {
    return folder.getFileName().toString().startsWith(".");
  }

  private static FileTime writtenAt(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve("summary.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeptFailure read(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<File> files =
          paths
              .filter(Files::isRegularFile)
              .map(path -> new File(folder.relativize(path).toString(), text(path)))
              .sorted(Comparator.comparing(KeptFailure::rank).thenComparing(File::name))
              .toList();
      return new KeptFailure(folder, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rank(File file) {
    return (int) FIRST.stream().takeWhile(first -> !file.name().startsWith(first)).count();
  }

  private static String text(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.safeupdate.api.console.look;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a failure looked like, read from the host's state directory where this process can see it.
 * Only known names are read, no links are followed, and of long files only the end.
 */
public final class Evidence {
  private static final int MOST_FILES = 20;
  private static final int MOST_BYTES = 16_000;

  /** What tells most comes first. */
  private static final List<String> TEXTS = List.of("summary.txt", "phases.txt");

  private static final List<String> FOLDERS = List.of("steps", "logs");

  private final Path stateDirectory;

  public Evidence(Path stateDirectory) {
    this.stateDirectory = stateDirectory;
  }

  /**
   * The end of a file.
   *
   * @param name such as {@code logs/django.log}
   * @param isCut whether there is more before it
   */
  public record Excerpt(String name, String text, boolean isCut) {}

  /**
   * Of the latest failure of an operation; empty where nothing was kept, or not on this machine.
   */
  public List<Excerpt> of(String deployment, String operation) {
    if (!isName(deployment) || !isName(operation)) {
      return List.of();
    }
    Path failures =
        stateDirectory
            .resolve("deployments")
            .resolve(deployment)
            .resolve("operations")
            .resolve(operation)
            .resolve("failures");
    try {
      return latest(failures).map(Evidence::read).orElse(List.of());
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static boolean isName(String part) {
    return part.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
  }

  private static Optional<Path> latest(Path failures) throws IOException {
    return entries(failures).stream()
        .filter(folder -> !folder.getFileName().toString().startsWith("."))
        .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
        .max(Comparator.comparing(folder -> folder.resolve("summary.txt").toFile().lastModified()));
  }

  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  private static List<Excerpt> read(Path folder) {
    Stream<Path> texts = TEXTS.stream().map(folder::resolve);
    Stream<Path> logs = FOLDERS.stream().flatMap(name -> files(folder.resolve(name)));
    return Stream.concat(texts, logs)
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .limit(MOST_FILES)
        .flatMap(file -> excerpt(folder, file).stream())
        .toList();
  }

  private static Stream<Path> files(Path directory) {
    try {
      return entries(directory).stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private static Optional<Excerpt> excerpt(Path folder, Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - MOST_BYTES);
      byte[] end = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(end);
      String name = folder.relativize(path).toString();
      return Optional.of(new Excerpt(name, new String(end, StandardCharsets.UTF_8), from > 0));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

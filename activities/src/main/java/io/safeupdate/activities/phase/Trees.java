package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.tree.TreeRemoval;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Directory trees of our own. Symbolic links are never followed. */
final class Trees {
  private Trees() {}

  /** Deletes a file, a link or a tree, whatever its permissions; no-op when there is none. */
  static void delete(Path root) {
    TreeRemoval.delete(root);
  }

  static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw failure("Making " + directory, e);
    }
  }

  /** How many paths a tree has, counted up to a limit. */
  static long count(Path root, long limit) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.limit(limit).count();
    } catch (IOException | UncheckedIOException e) {
      return limit;
    }
  }

  /** Copies a file or a tree, sharing the content by hard links where possible. */
  static void copy(Path source, Path target, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(source)) {
      List<Path> all = paths.filter(wanted).toList();
      for (Path path : all) {
        copyOne(path, target.resolve(source.relativize(path)));
      }
    } catch (IOException | UncheckedIOException e) {
      throw failure("Copying " + source, e);
    }
  }

  private static void copyOne(Path source, Path target) throws IOException {
    if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(target);
    } else if (Files.isSymbolicLink(source)) {
      Files.copy(source, target, LinkOption.NOFOLLOW_LINKS);
    } else if (Files.isRegularFile(source)) {
      link(source, target);
    }
  }

  private static void link(Path source, Path target) throws IOException {
    try {
      Files.createLink(target, source);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static StepFailure failure(String what, Exception e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.toLowerCase(Locale.ROOT).contains("no space left");
    return new StepFailure(
        full ? FailureType.DISK_FULL : FailureType.PRECONDITION_FAILED,
        what + " failed: " + reason + ". Check free space, owner and mode.",
        e);
  }
}

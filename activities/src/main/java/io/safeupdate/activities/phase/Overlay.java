package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies in the checkout without being tracked: env files, uploaded logos, generated files. A
 * compose file may name them and an image build may copy them, so an export needs them too.
 */
final class Overlay {
  /** An image build does not need more; a directory of media or node modules may hold millions. */
  private static final int MOST_FILES = 20_000;

  private final Checkout checkout;
  private final String from;
  private final Path source;
  private final Path target;
  private final List<Path> links = new ArrayList<>();

  Overlay(Checkout checkout, String from, Path source, Path target) {
    this.checkout = checkout;
    this.from = from;
    this.source = source;
    this.target = target;
  }

  /** Adds symbolic links to everything that is not tracked. */
  void link() {
    for (Path path : untracked()) {
      Path link = target.resolve(source.relativize(path));
      try {
        links.add(Files.createSymbolicLink(link, path));
      } catch (IOException e) {
        throw failure(link, e);
      }
    }
  }

  void unlink() {
    links.forEach(Trees::delete);
    links.clear();
  }

  /**
   * Adds the files themselves, as hard links where the file system can. Env files stay out: secrets
   * have no place in an image.
   */
  void copy(Optional<Path> envFile) {
    for (Path path : untracked()) {
      if (!isSecret(path, envFile) && Trees.count(path, MOST_FILES) < MOST_FILES) {
        Trees.copy(path, target.resolve(source.relativize(path)), file -> !isSecret(file, envFile));
      }
    }
  }

  private static boolean isSecret(Path path, Optional<Path> envFile) {
    String name = path.getFileName().toString();
    return name.startsWith(".env")
        || name.endsWith(".env")
        || envFile.map(Path::normalize).filter(path.normalize()::equals).isPresent();
  }

  /** Topmost paths of the checkout that the export lacks because git does not track them. */
  private List<Path> untracked() {
    List<Path> found = new ArrayList<>();
    collect(source, found);
    return found;
  }

  private void collect(Path directory, List<Path> found) {
    try (Stream<Path> entries = Files.list(directory)) {
      entries.sorted().forEach(entry -> sort(entry, found));
    } catch (IOException e) {
      throw failure(directory, e);
    }
  }

  private void sort(Path entry, List<Path> found) {
    Path name = source.relativize(entry);
    // By its bytes: what is no text in this locale has no other name.
    Path twin = target.resolve(name);
    if (name.toString().equals(".git")) {
      return;
    }
    if (Files.isDirectory(twin, LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      collect(entry, found);
    } else if (!Files.exists(twin, LinkOption.NOFOLLOW_LINKS)
        && !checkout.contains(from, name.toString())) {
      found.add(entry);
    }
  }

  private static StepFailure failure(Path path, IOException e) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "Cannot read or write " + path + ": " + e.getMessage() + ". Check its owner and mode.",
        e);
  }
}

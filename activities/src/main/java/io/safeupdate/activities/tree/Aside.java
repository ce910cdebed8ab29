package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where that goes which has to make room: it may be the only copy of something. What comes under a
 * name that is taken goes into the next directory, {@code put-aside-2} and so on.
 */
final class Aside {
  private static final String HALF = "put-aside-half";

  private final Path directory;
  private final Meter meter;
  private long count;

  /**
   * @param directory the first of its directories; made when it is needed
   */
  Aside(Path directory, Meter meter) {
    this.directory = directory;
    this.meter = meter;
  }

  long count() {
    return count;
  }

  /** Moves an entry with all below it away; it is never gone before it is there. */
  void move(Path path, Path relative) throws IOException {
    Path place = freePlace(relative);
    try {
      Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      copy(path, place);
      TreeRemoval.deleteAll(path);
    }
    count++;
  }

  /** Keeps what a file holds and is about to lose; the file stays where it is. */
  void keep(Path file, Path relative) throws IOException {
    if (isKept(file, relative)) {
      return;
    }
    Path place = freePlace(relative);
    try {
      Files.createLink(place, file);
    } catch (UnsupportedOperationException | FileSystemException noLink) {
      copy(file, place);
    }
    count++;
  }

  private void copy(Path path, Path place) throws IOException {
    Path half = directory.resolveSibling(HALF);
    TreeRemoval.deleteAll(half);
    Copying copying = new Copying(path, Scope.ALL, meter);
    copying.copy(path, half);
    for (Copied.Skipped lost : copying.copied().unsteady()) {
      throw new IOException("%s: %s".formatted(path.resolve(lost.path()), lost.why()));
    }
    if (Files.exists(half, LinkOption.NOFOLLOW_LINKS)) {
      TreeSync.force(half);
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
      Content.force(place.getParent());
    }
  }

  /** By an attempt that was killed. */
  private boolean isKept(Path file, Path relative) throws IOException {
    for (int number = 1; isTaken(place(number, relative)); number++) {
      Path place = place(number, relative);
      if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(place, file)) {
        return true;
      }
    }
    return false;
  }

  private Path freePlace(Path relative) throws IOException {
    int number = 1;
    while (isTaken(place(number, relative))) {
      number++;
    }
    Path place = place(number, relative);
    Files.createDirectories(place.getParent());
    return place;
  }

  private Path place(int number, Path relative) {
    String name = directory.getFileName() + (number == 1 ? "" : "-" + number);
    return directory.resolveSibling(name).resolve(relative);
  }

  /** A name below something that is no directory is taken too. */
  private boolean isTaken(Path place) {
    for (Path at = place.getParent(); at.startsWith(directory.getParent()); at = at.getParent()) {
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }
}

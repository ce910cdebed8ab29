package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The user and group that a checkout's files belong to, by number: a host need not know their
 * names.
 */
record Owner(int user, int group) {
  private static final long ROOT = 0;

  static Owner of(Path file) throws IOException {
    return new Owner(number(file, "unix:uid"), number(file, "unix:gid"));
  }

  /**
   * @throws io.safeupdate.activities.failure.StepFailure {@code CheckoutUnusable}: what this user
   *     writes there, the owner could not change any more
   */
  void requireUsableBy(long user, Path root) {
    if (user != this.user && user != ROOT) {
      throw Refusal.unusable(
          root,
          "it belongs to the user %d, and the worker runs as %d. Run the worker as that user, or `chown` the checkout."
              .formatted(this.user, user));
    }
  }

  /** Gives back whatever below a path someone else wrote; no-op where there is nothing. */
  void reclaim(Path top) throws IOException {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is)
              throws IOException {
            take(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            take(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Takes over one file, not what is below it. */
  void take(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !of(file).equals(this)) {
      Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static int number(Path file, String attribute) throws IOException {
    return (Integer) Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS);
  }
}

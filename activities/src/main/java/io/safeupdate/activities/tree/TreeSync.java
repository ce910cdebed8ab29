package io.safeupdate.activities.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Brings a tree to the disk: afterwards a power cut leaves it as it is. */
final class TreeSync {
  private TreeSync() {}

  /** Several at a time: a disk's journal takes them together. */
  static void force(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      all.filter(TreeSync::hasContent).toList().parallelStream().forEach(TreeSync::forceOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean hasContent(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void forceOne(Path path) {
    try {
      Content.force(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

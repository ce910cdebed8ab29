package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files below a directory but git's own, as text that can be compared. */
final class Tree {
  private Tree() {}

  static Map<String, String> of(Path root) {
    Map<String, String> tree = new TreeMap<>();
    add(root, root, tree);
    return tree;
  }

  private static void add(Path root, Path directory, Map<String, String> tree) {
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(path -> !path.equals(root.resolve(".git"))).toList()) {
        tree.put(root.relativize(path).toString(), describe(path));
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          add(root, path, tree);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "link to " + Files.readSymbolicLink(path);
      }
      if (Files.isDirectory(path)) {
        return "directory";
      }
      String kind = Files.isExecutable(path) ? "program " : "file ";
      return kind + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

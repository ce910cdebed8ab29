package io.safeupdate.activities.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that can be told of a tree, a line for each entry. */
final class Snapshot {
  private Snapshot() {}

  static Map<String, String> of(Path top) {
    Map<String, String> lines = new TreeMap<>();
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.toList()) {
        lines.put(top.relativize(path).toString(), line(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static String line(Path path) throws IOException {
    Map<String, Object> is =
        Files.readAttributes(path, "unix:mode,uid,gid,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
    return "%s %s:%s %s %s"
        .formatted(
            Integer.toOctalString((Integer) is.get("mode")),
            is.get("uid"),
            is.get("gid"),
            time(path, is),
            content(path));
  }

  /** A link's to the microsecond. */
  private static String time(Path path, Map<String, Object> is) {
    String time = is.get("lastModifiedTime").toString();
    return Files.isSymbolicLink(path) ? time.replaceAll("(\\.\\d{6})\\d{3}Z", "$1Z") : time;
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "-> " + Files.readSymbolicLink(path);
    }
    return Files.isRegularFile(path) ? HexFormat.of().formatHex(Files.readAllBytes(path)) : "";
  }
}

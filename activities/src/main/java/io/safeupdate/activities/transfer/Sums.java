package io.safeupdate.activities.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code SHA256SUMS} of a directory, as {@code sha256sum -c} reads it: sorted by name, one
 * line for each file. What others noted in it stays.
 */
final class Sums {
  static final String NAME = "SHA256SUMS";

  /** With a backslash first where the name is escaped; the star marks binary mode. */
  private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]{64}) [ *](.+)");

  private final Path directory;

  Sums(Path directory) {
    this.directory = directory;
  }

  /** Notes a file's hash, in place of one that was noted before. */
  void put(String name, String sha256) throws IOException {
    // Exports of several deployments may go into one directory.
    synchronized (Sums.class) {
      List<String> others = new ArrayList<>();
      SortedMap<String, String> lines = read(others);
      String line = line(name, sha256);
      if (!line.equals(lines.put(name, line))) {
        others.addAll(lines.values());
        write(String.join("\n", others) + "\n");
      }
    }
  }

  private SortedMap<String, String> read(List<String> others) throws IOException {
    SortedMap<String, String> lines = new TreeMap<>();
    Path file = directory.resolve(NAME);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          lines.put(parts.group(1).isEmpty() ? parts.group(3) : unescaped(parts.group(3)), line);
        } else if (!line.isBlank()) {
          others.add(line);
        }
      }
    }
    return lines;
  }

  private void write(String text) throws IOException {
    Path partial = directory.resolve("." + NAME + ".partial");
    Files.deleteIfExists(partial);
    try (FileChannel channel =
        FileChannel.open(partial, ExportDirectory.NEW, ExportDirectory.OWNER_ONLY)) {
      var bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(partial, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    LocalFiles.sync(directory);
  }

  static String line(String name, String sha256) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(name) ? "" : "\\") + sha256 + "  " + escaped;
  }

  private static String unescaped(String name) {
    Matcher escapes = Pattern.compile("\\\\([nr\\\\])").matcher(name);
    return escapes.replaceAll(
        escape ->
            switch (escape.group(1)) {
              case "n" -> "\n";
              case "r" -> "\r";
              default -> "\\\\";
            });
  }
}

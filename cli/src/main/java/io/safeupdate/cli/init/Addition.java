package io.safeupdate.cli.init;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a deployment into the text of a configuration, so that a person's comments and variables
 * stay as they were written.
 */
final class Addition {
  private static final String SECTION = "deployments:";

  private Addition() {}

  /**
   * @param text a valid configuration
   * @param other another one, whose deployments are taken
   */
  static String of(String text, String other) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<String> added = other.lines().toList();
    List<String> entries = added.subList(start(added), end(added));
    int section = start(lines);
    if (section == 0) {
      lines.add(SECTION);
      lines.addAll(entries);
    } else {
      lines.addAll(end(lines), indented(entries, lines.subList(section, end(lines))));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The line after the section's head; 0 when there is none. */
  private static int start(List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).stripTrailing().equals(SECTION)) {
        return line + 1;
      }
    }
    return 0;
  }

  /** The line after the last that belongs to the section. */
  private static int end(List<String> lines) {
    int end = start(lines);
    for (int line = end; line < lines.size() && !isTopLevel(lines.get(line)); line++) {
      if (lines.get(line).startsWith(" ")) {
        end = line + 1;
      }
    }
    return end;
  }

  private static boolean isTopLevel(String line) {
    return !line.isBlank() && !line.startsWith(" ") && !line.startsWith("#");
  }

  /** Entries of one mapping must stand below each other. */
  private static List<String> indented(List<String> entries, List<String> neighbours) {
    int wanted =
        neighbours.stream()
            .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
            .mapToInt(Addition::indent)
            .findFirst()
            .orElse(2);
    int is = indent(entries.get(0));
    return entries.stream()
        .map(
            line ->
                line.isBlank()
                    ? line
                    : " ".repeat(wanted) + line.substring(Math.min(is, indent(line))))
        .toList();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}

package io.safeupdate.activities.phase;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what a plan command printed. Django's {@code migrate --plan} is known: a heading, then each
 * migration at the start of a line with its operations indented under it. Of any other command each
 * printed line counts as pending, and printing nothing means that nothing is: when in doubt, there
 * is something to migrate.
 */
final class MigrationList {
  private static final String HEADING = "Planned operations:";
  private static final String NOTHING = "No planned migration operations.";
  private static final Pattern MIGRATION = Pattern.compile("[\\w-]+\\.\\w[\\w.-]*");

  private MigrationList() {}

  static List<String> parse(String printed) {
    List<String> lines =
        printed.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).toList();
    int heading = lines.indexOf(HEADING);
    if (heading < 0) {
      return lines.stream().map(String::strip).toList();
    }
    List<String> planned = lines.subList(heading + 1, lines.size());
    if (planned.stream().anyMatch(line -> line.strip().equals(NOTHING))) {
      return List.of();
    }
    return planned.stream().filter(line -> MIGRATION.matcher(line).matches()).toList();
  }
}

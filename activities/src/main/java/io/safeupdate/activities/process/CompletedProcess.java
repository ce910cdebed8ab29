package io.safeupdate.activities.process;

import java.util.List;

/**
 * How a process ended and what it printed.
 *
 * @param stdout as printed, its last 4 Mi characters: to be parsed, never shown, for it may hold
 *     secrets
 * @param stderr likewise
 * @param lines the last lines of both streams in the order of their arrival, secrets masked and
 *     colours stripped: for messages
 */
public record CompletedProcess(int exitCode, String stdout, String stderr, List<String> lines) {

  public CompletedProcess {
    lines = List.copyOf(lines);
  }

  public boolean succeeded() {
    return exitCode == 0;
  }

  /** At most the given number of last lines, blank ones left out, fit for a message. */
  public String lastLines(int most) {
    List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
    return String.join("\n", told.subList(Math.max(0, told.size() - most), told.size()));
  }

  @Override
  public String toString() {
    return "exit code " + exitCode;
  }
}

package io.safeupdate.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration file cannot be used. The message has one line for each problem; repeating the
 * call does not help before a person has changed the file or the environment.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 25;

  private final transient List<Problem> problems;

  ConfigException(List<Problem> problems) {
    super(describe(problems));
    this.problems = List.copyOf(problems);
  }

  ConfigException(Problem problem) {
    this(List.of(problem));
  }

  /** All that was found, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String describe(List<Problem> problems) {
    String shown =
        problems.stream()
            .limit(MOST_SHOWN)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"));
    int more = problems.size() - MOST_SHOWN;
    return more > 0 ? shown + "\nand " + more + " more problems" : shown;
  }
}

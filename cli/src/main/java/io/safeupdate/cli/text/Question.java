package io.safeupdate.cli.text;

import io.safeupdate.workflows.contract.Waiting;
import java.util.stream.Collectors;

/**
 * What an operation asks a person, with the commands that answer.
 *
 * @param operation the operation's id
 */
public record Question(String operation, Commands commands) {

  /** On one line, for logs. */
  public String line(Waiting waiting) {
    return "? "
        + waiting.about()
        + " failed, a decision is needed"
        + until(waiting)
        + ": "
        + waiting.reason().strip().split("\n", 2)[0]
        + " | "
        + answers(waiting, " | ");
  }

  /** On a few lines, for a terminal. */
  public String block(Waiting waiting) {
    return "? "
        + waiting.about()
        + " failed, a decision is needed"
        + until(waiting)
        + "\n    "
        + answers(waiting, "\n    ");
  }

  private static String until(Waiting waiting) {
    return waiting.until().map(it -> " before " + Spans.utc(it) + ", or it rolls back").orElse("");
  }

  private String answers(Waiting waiting, String separator) {
    return waiting.choices().stream()
        .map(choice -> commands.decide(operation, choice))
        .collect(Collectors.joining(separator));
  }
}

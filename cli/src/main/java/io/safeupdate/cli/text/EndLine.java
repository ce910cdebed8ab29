package io.safeupdate.cli.text;

import io.safeupdate.workflows.contract.OperationResult;

/** How an operation ended, on one line for logs. */
public final class EndLine {
  private EndLine() {}

  public static String of(OperationResult result) {
    String why =
        result
            .failure()
            .map(it -> ", " + it.phase() + " failed: " + it.message().strip().split("\n", 2)[0])
            .orElse("");
    String commits =
        result.ofUpdate() && result.from().isPresent()
            ? ", " + Commits.move(result.from(), result.to())
            : "";
    return result.outcome().name()
        + commits
        + result.made().map(name -> ", " + name).orElse("")
        + ", downtime "
        + Spans.of(result.downtimeSeconds())
        + why;
  }
}

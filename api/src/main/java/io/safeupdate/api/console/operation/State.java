package io.safeupdate.api.console.operation;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.contract.Outcome;
import java.util.Optional;

/** Where an operation stands, as a mark, a word and a sentence. */
public record State(Mark mark, String word, String sentence) {

  public static State of(OperationEntry operation) {
    Mark mark = operation.outcome().map(Mark::of).orElse(Mark.RUNNING);
    String sentence =
        operation
            .outcome()
            .map(outcome -> sentence(outcome, operation))
            .orElseGet(() -> "since " + Words.utc(operation.startedAt()));
    return new State(mark, operation.state(), sentence);
  }

  public static boolean isOpen(OperationEntry operation) {
    return operation.status() == OperationStatus.OPEN;
  }

  private static String sentence(Outcome outcome, OperationEntry operation) {
    String name = operation.deployment();
    return switch (outcome) {
      case UPDATED -> name + " runs " + commit(operation.to(), "the new version") + ", healthy";
      case ALREADY_CURRENT ->
          name + " is at " + commit(operation.to(), "its target") + " already; nothing was touched";
      case REJECTED -> name + " was not updated; nothing was touched";
      case ROLLED_BACK, CANCELLED ->
          name + " runs the old version" + commit(operation.from()) + ", with its data";
      case NEEDS_ATTENTION -> name + " waits for a person; nothing was destroyed";
      case DONE -> operation.type() + " on " + name;
    };
  }

  private static String commit(Optional<String> commit, String unknown) {
    return commit.map(Words::commit).orElse(unknown);
  }

  private static String commit(Optional<String> commit) {
    return commit.map(known -> " " + Words.commit(known)).orElse("");
  }

  public Html line() {
    return Html.tag("p", "class", "state")
        .around(mark.before(word), Html.text(" "), Html.tag("span").text(sentence));
  }
}

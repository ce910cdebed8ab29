package io.safeupdate.cli.output;

import io.safeupdate.cli.terminal.Printable;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Surroundings;

/**
 * Where a command's answer and everything besides it go. With {@code --json} stdout holds exactly
 * one document, and whatever else is said goes to stderr.
 */
public final class Output {
  private final Sheet out;
  private final Sheet err;
  private final boolean json;

  public Output(Surroundings surroundings, boolean json) {
    this.out = surroundings.out();
    this.err = surroundings.err();
    this.json = json;
  }

  /** Where progress goes. */
  public Sheet progress() {
    return json ? err : out;
  }

  /** Says something in passing. */
  public void say(String line) {
    err.stream().println(Printable.of(line));
  }

  /** Whether stdout is for one document. */
  public boolean isJson() {
    return json;
  }

  /** Asks something; the answer is typed on the same line. */
  public void ask(String question) {
    err.stream().print(Printable.of(question));
    err.stream().flush();
  }

  /** Prints the answer. */
  public void answer(Answer answer) {
    if (answer.isSilent()) {
      return;
    }
    if (json) {
      out.stream().println(new Json().pretty(answer.document()));
    } else {
      out.stream().print(Printable.of(answer.text().in(out.style())));
    }
  }

  /** Prints an answer after which the command goes on: as JSON it takes one line. */
  public void announce(Answer answer) {
    out.stream()
        .print(
            json
                ? new Json().line(answer.document()) + "\n"
                : Printable.of(answer.text().in(out.style())));
    out.stream().flush();
  }

  /** Tells why there is no answer. */
  public void trouble(Trouble trouble) {
    if (json) {
      answer(trouble.answer());
    } else {
      err.stream().print(Printable.of(trouble.answer().text().in(err.style())));
    }
  }
}

package io.safeupdate.cli.output;

/**
 * What a command answers.
 *
 * @param document what {@code --json} prints; Jackson turns it into one JSON object
 * @param text what a person reads instead
 */
public record Answer(Object document, Text text, ExitCode exitCode) {
  private static final String NOTHING = "";

  /** The answer of a command that did what it should. */
  public static Answer done(Object document, Text text) {
    return new Answer(document, text, ExitCode.DONE);
  }

  /** The answer of a command that has said all there is to say. */
  public static Answer silent() {
    return new Answer(NOTHING, style -> "", ExitCode.DONE);
  }

  boolean isSilent() {
    return document.equals(NOTHING);
  }
}

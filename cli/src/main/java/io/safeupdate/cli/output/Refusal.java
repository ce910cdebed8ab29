package io.safeupdate.cli.output;

/** A command cannot go on, for a reason that the operator can do something about. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  public Refusal(Trouble trouble) {
    super(trouble.message());
    this.trouble = trouble;
  }

  /** A refusal that is the operator's to mend: exit code 2. */
  public static Refusal usage(String message, String remedy) {
    return new Refusal(new Trouble("UsageError", message, remedy, ExitCode.USAGE));
  }

  public Trouble trouble() {
    return trouble;
  }
}

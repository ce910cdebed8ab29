package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that answers with one document. */
abstract class Act implements Callable<Integer> {
  @ParentCommand private SafeUpdateCommand root;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // picocli itself asks whether it was given.
  private boolean help;

  /** Does what the command is for. */
  abstract Answer answer(Toolbox tools) throws InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    Toolbox tools = root.toolbox();
    Answer answer = answer(tools);
    tools.output().answer(answer);
    return answer.exitCode().code();
  }
}

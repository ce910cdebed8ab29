package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that answers with one document. */
abstract class Act implements Callable<Integer> {
  @Spec private CommandSpec self;

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
    Toolbox tools = ((SafeUpdateCommand) self.root().userObject()).toolbox();
    Answer answer = answer(tools);
    tools.output().answer(answer);
    return answer.exitCode().code();
  }
}

package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes the command in a shell. */
@Command(
    name = "completion",
    header = "Print the script that completes safe-update in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(safe-update completion bash)",
      "  safe-update completion bash > /etc/bash_completion.d/safe-update",
      "  source <(safe-update completion zsh)"
    })
final class CompletionCommand extends Act {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  /** A shell that can be taught. */
  enum Shell {
    bash,
    zsh
  }

  @Override
  Answer answer(Toolbox tools) {
    String script = AutoComplete.bash("safe-update", spec.root().commandLine());
    return Answer.done(new Document(shell.name(), script), style -> script + "\n");
  }

  private record Document(String shell, String script) {}
}

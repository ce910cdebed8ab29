package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.text.HistoryText;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.OperationEntry;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists operations. */
@Command(
    name = "history",
    header = "List operations, newest first.",
    footer = {
      "",
      "Examples:",
      "  safe-update history",
      "  safe-update history production --limit 50",
      "  safe-update history --json | jq -r '.operations[] | select(.outcome == \"ROLLED_BACK\")'"
    })
final class HistoryCommand extends Act {
  @Parameters(
      arity = "0..1",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration. Default: all.")
  private String deployment;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most. Default: ${DEFAULT-VALUE}.",
      converter = Limit.class)
  private int limit = 20;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    Optional<String> name = Optional.ofNullable(deployment);
    name.ifPresent(config::requireDeployment);
    try (Session session = tools.open(config)) {
      List<OperationEntry> entries =
          session.list(name, limit).stream().map(OperationEntry::of).toList();
      return Answer.done(
          new Document(entries), new HistoryText(entries, tools.surroundings().clock().instant()));
    }
  }

  private record Document(List<OperationEntry> operations) {}
}

package io.safeupdate.cli.command;

import io.safeupdate.api.access.token.TokenFile;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.TokenEntry;
import io.safeupdate.cli.text.TokensText;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists tokens. */
@Command(
    name = "list",
    header = "List the tokens, oldest first, also those that were revoked.",
    footer = {
      "",
      "Examples:",
      "  safe-update token list",
      "  safe-update token list --json | jq -r '.tokens[] | select(.state == \"usable\").name'"
    })
final class TokenListCommand extends Act {
  @Override
  Answer answer(Toolbox tools) {
    Instant now = tools.surroundings().clock().instant();
    List<TokenEntry> tokens =
        new TokenFile(tools.config().stateDirectory())
            .read().orElse(List.of()).stream().map(token -> TokenEntry.of(token, now)).toList();
    return Answer.done(new Document(tokens), new TokensText(tokens));
  }

  private record Document(List<TokenEntry> tokens) {}
}

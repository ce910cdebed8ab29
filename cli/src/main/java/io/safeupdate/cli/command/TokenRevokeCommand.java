package io.safeupdate.cli.command;

import io.safeupdate.api.access.token.Token;
import io.safeupdate.api.access.token.TokenFile;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.TokenEntry;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a token. */
@Command(
    name = "revoke",
    header = "End a token: whoever has it is out with the next request.",
    description = {
      "",
      "May be repeated. It stays in the list, so that its name keeps a meaning.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update token revoke ci",
      "  safe-update token revoke 1f00ba12"
    })
final class TokenRevokeCommand extends Act {
  @Parameters(paramLabel = "NAME|ID", description = "As `token list` has it.")
  private String nameOrId;

  @Override
  Answer answer(Toolbox tools) {
    Instant now = tools.surroundings().clock().instant();
    Token revoked = new TokenFile(tools.config().stateDirectory()).revoke(nameOrId, now);
    TokenEntry entry = TokenEntry.of(revoked, now);
    return Answer.done(
        entry, style -> "The token " + entry.name() + " (" + entry.id() + ") is revoked.\n");
  }
}

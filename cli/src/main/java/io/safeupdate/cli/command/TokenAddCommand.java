package io.safeupdate.cli.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.safeupdate.api.access.Role;
import io.safeupdate.api.access.token.BearerToken;
import io.safeupdate.api.access.token.TokenFile;
import io.safeupdate.api.access.token.TokenWish;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.TokenEntry;
import io.safeupdate.cli.text.TokensText;
import io.safeupdate.config.SafeUpdateConfig;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token. */
@Command(
    name = "add",
    header = "Make a token and show it, once: Safe Update keeps its hash only.",
    description = {
      "",
      "Programs send it as `Authorization: Bearer su_…`, people type it into the console's login.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update token add ada --role admin",
      "  safe-update token add ci --role operator --deployment staging --expires P90D",
      "  safe-update token add wall --role viewer --json | jq -r .token"
    })
final class TokenAddCommand extends Act {
  @Parameters(
      paramLabel = "NAME",
      description = "Of the person or program that gets it; the audit trail has it.")
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = Words.RoleWord.class,
      description = {
        "viewer: looks. operator: also starts and steers updates, rollbacks, backups."
            + " admin: also replaces data by other data."
      })
  private Role role;

  @Option(
      names = "--deployment",
      paramLabel = "DEPLOYMENT",
      description = "It is for this one only; may be repeated. Default: for all.")
  private List<String> deployments = List.of();

  @Option(
      names = "--expires",
      paramLabel = "DURATION",
      converter = Words.LifeWord.class,
      description = "It ends by itself after so long, such as P90D or PT8H. Default: never.")
  private Duration expires;

  @Override
  Answer answer(Toolbox tools) {
    SafeUpdateConfig config = tools.config();
    deployments.forEach(config::requireDeployment);
    TokenFile file = new TokenFile(config.stateDirectory());
    BearerToken made = file.add(wish(), tools.surroundings().clock().instant());
    TokenEntry entry = TokenEntry.of(file.find(made.id()), tools.surroundings().clock().instant());
    return Answer.done(
        new Document(made.secret(), entry), style -> TokensText.made(made.secret(), style));
  }

  private TokenWish wish() {
    Optional<Set<String>> only =
        Optional.<Set<String>>of(new LinkedHashSet<>(deployments)).filter(it -> !it.isEmpty());
    return new TokenWish(name, role, only, Optional.ofNullable(expires));
  }

  private record Document(String token, @JsonUnwrapped TokenEntry entry) {}
}

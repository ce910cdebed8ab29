package io.safeupdate.cli.text;

import io.safeupdate.api.access.Role;
import io.safeupdate.api.access.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as it is listed: without its hash.
 *
 * @param state whether it lets anybody in: usable, or why not
 */
public record TokenEntry(
    String name,
    String id,
    Role role,
    Optional<List<String>> deployments,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> revoked,
    String state) {

  public static TokenEntry of(Token token, Instant now) {
    return new TokenEntry(
        token.name(),
        token.id(),
        token.role(),
        token.deployments().map(names -> names.stream().sorted().toList()),
        token.created(),
        token.expires(),
        token.revoked(),
        state(token, now));
  }

  private static String state(Token token, Instant now) {
    if (token.revoked().isPresent()) {
      return "revoked";
    }
    return token.isUsable(now) ? "usable" : "expired";
  }
}

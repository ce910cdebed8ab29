package io.safeupdate.api.access.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A token as it is kept. The keys are stored.
 *
 * @param id as the token itself has it
 * @param name of the person or program that has it
 * @param deployments that it is for; empty: all
 * @param hash of the token, in hexadecimal
 * @param expires when it ends by itself; empty: never
 * @param revoked when somebody ended it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Token(
    String id,
    String name,
    Role role,
    Optional<Set<String>> deployments,
    String hash,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> revoked) {

  public Token {
    deployments = deployments.map(TreeSet::new);
  }

  static Token of(BearerToken bearer, TokenWish wish, Instant now) {
    return new Token(
        bearer.id(),
        wish.name(),
        wish.role(),
        wish.deployments(),
        bearer.hash(),
        now,
        wish.life().map(now::plus),
        Optional.empty());
  }

  /** Whether it lets anybody in. */
  public boolean isUsable(Instant now) {
    return revoked.isEmpty() && expires.map(now::isBefore).orElse(true);
  }

  /** Whether this is what was shown; takes as long for a wrong one as for the right one. */
  boolean matches(BearerToken shown) {
    return MessageDigest.isEqual(bytes(hash), bytes(shown.hash()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isCalled(String nameOrId) {
    return name.equals(nameOrId) || id.equals(nameOrId);
  }

  Token revokedAt(Instant now) {
    return new Token(id, name, role, deployments, hash, created, expires, Optional.of(now));
  }

  /** Whoever shows it. */
  public Caller caller(String address) {
    return new Caller(name, role, deployments, address);
  }
}

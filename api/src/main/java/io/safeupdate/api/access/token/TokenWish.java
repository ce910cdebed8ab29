package io.safeupdate.api.access.token;

import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token that somebody wants.
 *
 * @param name of the person or program that gets it; stands in the audit trail
 * @param deployments that it is for; empty: all
 * @param life after which it ends by itself; empty: never
 */
public record TokenWish(
    String name, Role role, Optional<Set<String>> deployments, Optional<Duration> life) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");

  public TokenWish {
    deployments = deployments.map(Set::copyOf);
  }

  void check() {
    if (!NAME.matcher(name).matches()) {
      throw new TokenException(
          "\"" + name + "\" is no name for a token",
          "use up to 63 letters, digits, `.`, `_`, `@` and `-`, a letter or digit first");
    }
    if (name.equals(Caller.LOCAL)) {
      throw new TokenException(
          "\"" + name + "\" is what those are called who need no token", "choose another name");
    }
  }
}

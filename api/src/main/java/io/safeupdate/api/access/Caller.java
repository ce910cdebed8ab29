package io.safeupdate.api.access;

import io.safeupdate.workflows.client.Origin;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asks for something.
 *
 * @param name of the person or the token, for the audit trail; never the token itself
 * @param role what they may do
 * @param deployments which they may do it to; empty: all
 * @param address that the request came from
 */
public record Caller(String name, Role role, Optional<Set<String>> deployments, String address)
    implements Principal {
  /** What those are called who need not say who they are. */
  public static final String LOCAL = "local";

  public Caller {
    deployments = deployments.map(Set::copyOf);
  }

  /** Anybody on this machine, where nobody has to say who they are. */
  public static Caller onThisMachine(String address) {
    return new Caller(LOCAL, Role.ADMIN, Optional.empty(), address);
  }

  /** The caller of the request. */
  public static Caller of(SecurityContext security) {
    return (Caller) security.getUserPrincipal();
  }

  @Override
  public String getName() {
    return name;
  }

  /** Whether the deployment exists for them. */
  public boolean sees(String deployment) {
    return deployments.map(seen -> seen.contains(deployment)).orElse(true);
  }

  /** Whether they may do to the deployment what takes the role. */
  public boolean may(Role needed, String deployment) {
    return sees(deployment) && role.includes(needed);
  }

  /**
   * How operations that they start remember them.
   *
   * @param key the hash by which they know a repeated request again
   */
  public Origin origin(Optional<String> key) {
    return new Origin(name, Optional.of(address), key);
  }
}

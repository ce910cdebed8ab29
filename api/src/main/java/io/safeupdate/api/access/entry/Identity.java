package io.safeupdate.api.access.entry;

import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A caller, as resources are given them. */
record Identity(Caller caller, boolean isSecure) implements SecurityContext {
  @Override
  public Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller.role().includes(Role.of(role));
  }

  @Override
  public String getAuthenticationScheme() {
    return null;
  }
}

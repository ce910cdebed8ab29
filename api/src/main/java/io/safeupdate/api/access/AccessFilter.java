package io.safeupdate.api.access;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Finds out who asks. Nothing behind it is reached by somebody unknown. */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
  @Context private HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setSecurityContext(
        new Known(
            Caller.onThisMachine(servlet.getRemoteAddr()),
            request.getSecurityContext().isSecure()));
  }

  /** A caller, as resources are given them. */
  private record Known(Caller caller, boolean isSecure) implements SecurityContext {
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
}

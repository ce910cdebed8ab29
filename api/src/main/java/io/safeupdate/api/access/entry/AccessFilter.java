package io.safeupdate.api.access.entry;

import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.NotAuthenticatedException;
import io.safeupdate.api.access.token.BearerToken;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Finds out who asks. Nothing behind it is reached by somebody unknown, but for what says {@link
 * PermitAll}.
 */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Access access;
  @Context private HttpServletRequest servlet;
  @Context private ResourceInfo resource;

  public AccessFilter(Access access) {
    this.access = access;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isSecure = request.getSecurityContext().isSecure();
    if (!isForEverybody()) {
      request.setSecurityContext(new Identity(caller(request), isSecure));
    }
  }

  private boolean isForEverybody() {
    return resource.getResourceMethod() != null
        && resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
  }

  private Caller caller(ContainerRequestContext request) {
    Optional<String> shown =
        Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (shown.isPresent()) {
      return known(shown.get());
    }
    if (access.isTokenNeeded()) {
      throw new NotAuthenticatedException("This takes a token.");
    }
    return Caller.onThisMachine(servlet.getRemoteAddr());
  }

  /** Whoever shows something means it: what is wrong is told even where nothing is needed. */
  private Caller known(String authorization) {
    return bearer(authorization)
        .flatMap(access.tokens()::matching)
        .map(token -> token.caller(servlet.getRemoteAddr()))
        .orElseThrow(
            () -> new NotAuthenticatedException("The token is unknown, revoked or expired."));
  }

  private static Optional<BearerToken> bearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? BearerToken.parse(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}

package io.safeupdate.api;

import io.safeupdate.api.rest.Problem;
import io.safeupdate.api.rest.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/**
 * Answers only under this machine's own names. A page on the internet may give its own name the
 * address 127.0.0.1; the visitor's browser would then let it read the console.
 */
@PreMatching
final class LocalNames implements ContainerRequestFilter {
  private static final Pattern LOCAL =
      Pattern.compile(
          "localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);

  @Override
  public void filter(ContainerRequestContext request) {
    String name = request.getUriInfo().getRequestUri().getHost();
    if (name == null || !LOCAL.matcher(name).matches()) {
      request.abortWith(refusal());
    }
  }

  private static Response refusal() {
    return Problem.of(
            ProblemType.MISDIRECTED, "Safe Update answers as localhost or 127.0.0.1 only.")
        .withRemedy(
            "Open it by one of these names; from elsewhere through `ssh -L 8080:127.0.0.1:8080"
                + " HOST`.")
        .response();
  }
}

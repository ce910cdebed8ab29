package io.safeupdate.api;

import io.safeupdate.api.console.Console;
import io.safeupdate.api.rest.Problem;
import io.safeupdate.api.rest.ProblemType;
import io.safeupdate.api.rest.Problems;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells failures: to browsers as a page, to programs as a problem document. */
final class Errors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private static final int UNAVAILABLE = 503;

  private final Console console;
  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  Errors(Console console) {
    this.console = console;
  }

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problem(failure);
    Response answer = isForPeople() ? page(problem) : problem.response();
    if (failure instanceof WebApplicationException refused) {
      return Response.fromResponse(answer).allow(refused.getResponse().getAllowedMethods()).build();
    }
    return problem.status() == UNAVAILABLE
        ? Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 5).build()
        : answer;
  }

  private Problem problem(Throwable failure) {
    return failure instanceof NotFoundException
        ? Problem.of(ProblemType.NOT_FOUND, nothingHere())
        : Problems.of(failure).orElseGet(() -> defect(failure));
  }

  private String nothingHere() {
    return "Nothing is at /"
        + uri.getPath()
        + ". There are: /, /operations/ID, /healthcheck, /metrics, /api/v1/deployments,"
        + " /api/v1/deployments/NAME, /api/v1/operations?deployment=NAME&limit=N,"
        + " /api/v1/operations/ID.";
  }

  private Problem defect(Throwable failure) {
    LOG.error("/{} failed", uri.getPath(), failure);
    return Problem.of(
        ProblemType.INTERNAL,
        "Safe Update could not answer: "
            + failure.getClass().getSimpleName()
            + ". No operation is touched by that. Its log has the details.");
  }

  private boolean isForPeople() {
    String path = uri.getPath();
    boolean isApi = path.startsWith("api/") || path.equals("healthcheck") || path.equals("metrics");
    return !isApi && headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
  }

  private Response page(Problem problem) {
    return Response.status(problem.status())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(html(problem))
        .build();
  }

  private String html(Problem problem) {
    String root = Console.root(uri.getPath());
    return problem.status() == UNAVAILABLE
        ? console.passingProblem(problem.title(), problem.detail(), root)
        : console.problem(problem.title(), problem.detail(), root);
  }
}

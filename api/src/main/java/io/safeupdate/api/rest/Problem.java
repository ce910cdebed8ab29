package io.safeupdate.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Why a request failed, as RFC 9457 writes it.
 *
 * @param status of the answer
 * @param detail what, and where
 * @param remedy what to do now; left out where the detail says it
 * @param operation that is in the way, or that it is about
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(
    ProblemType type,
    String title,
    int status,
    String detail,
    Optional<String> remedy,
    Optional<String> operation) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of that type. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(
        type, type.title(), type.status(), detail, Optional.empty(), Optional.empty());
  }

  /** The same under another status of the same meaning. */
  Problem withStatus(int other) {
    return new Problem(type, title, other, detail, remedy, operation);
  }

  /** The same with what to do about it. */
  public Problem withRemedy(String what) {
    return new Problem(type, title, status, detail, Optional.of(what), operation);
  }

  /** The same about an operation. */
  Problem withOperation(String id) {
    return new Problem(type, title, status, detail, remedy, Optional.of(id));
  }

  /** The answer to a program. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}

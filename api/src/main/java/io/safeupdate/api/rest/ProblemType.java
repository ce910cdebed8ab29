package io.safeupdate.api.rest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Every way a request can fail: RFC 9457's {@code type} and {@code title}, and the status that goes
 * with them. The names are what {@code --json} of the command line calls the same failures. Stable:
 * others script against them.
 */
public enum ProblemType {
  INVALID_REQUEST("InvalidRequest", 400, "The request is not right"),
  UNAUTHENTICATED("Unauthenticated", 401, "Say who you are"),
  FORBIDDEN("Forbidden", 403, "You may not do that"),
  NOT_FOUND("NotFound", 404, "Nothing is there"),
  UNKNOWN_DEPLOYMENT("UnknownDeployment", 404, "No such deployment"),
  UNKNOWN_OPERATION("UnknownOperation", 404, "No such operation"),
  METHOD_NOT_ALLOWED("MethodNotAllowed", 405, "Not with this method"),
  NOT_ACCEPTABLE("NotAcceptable", 406, "Not in this form"),
  DEPLOYMENT_BUSY("DeploymentBusy", 409, "The deployment is busy"),
  OPERATION_ENDED("OperationEnded", 409, "The operation is over"),
  OPERATION_OPEN("OperationOpen", 409, "The operation has not ended"),
  DECISION_REFUSED("DecisionRefused", 409, "The operation does not wait for this"),
  TOO_LARGE("TooLarge", 413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415, "Write JSON"),
  MISDIRECTED("Misdirected", 421, "Not under this name"),
  KEY_REUSED("KeyReused", 422, "The key belongs to another request"),
  TOO_MANY_REQUESTS("TooManyRequests", 429, "Too many attempts"),
  REFUSED("Refused", 400, "The request was refused"),
  INTERNAL("Internal", 500, "Safe Update could not answer"),
  TEMPORAL_UNAVAILABLE("TemporalUnavailable", 503, "Temporal does not answer"),
  WORKER_UNAVAILABLE("WorkerUnavailable", 503, "No worker answers"),
  INSPECTION_FAILED("InspectionFailed", 503, "The deployment could not be looked at");

  private static final String PREFIX = "urn:safe-update:problem:";

  private final String word;
  private final int status;
  private final String title;

  ProblemType(String word, int status, String title) {
    this.word = word;
    this.status = status;
    this.title = title;
  }

  /** The whole name, such as {@code urn:safe-update:problem:DeploymentBusy}. */
  @JsonValue
  public String uri() {
    return PREFIX + word;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same for all problems of the type. */
  public String title() {
    return title;
  }
}

package io.safeupdate.api;

import jakarta.ws.rs.core.Response;

/**
 * Why a request failed, as RFC 9457 writes it.
 *
 * @param title the same for all problems of the status
 * @param detail what, where and what now
 */
record Problem(int status, String title, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(Response.StatusType status, String detail) {
    return new Problem(status.getStatusCode(), status.getReasonPhrase(), detail);
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}

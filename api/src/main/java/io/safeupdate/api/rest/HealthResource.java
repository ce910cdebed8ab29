package io.safeupdate.api.rest;

import com.codahale.metrics.health.HealthCheck;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Whether the parts that we depend on answer, for monitoring: 200 or 503. */
@Path("healthcheck")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final TemporalCheck temporal;

  public HealthResource(TemporalCheck temporal) {
    this.temporal = temporal;
  }

  /** The state of each part. */
  @GET
  public Response health() {
    HealthCheck.Result result = temporal.execute();
    Part part = new Part(result.isHealthy(), Optional.ofNullable(result.getMessage()));
    return Response.status(part.healthy() ? 200 : 503).entity(Map.of("temporal", part)).build();
  }

  /** A part; the message says what is wrong with it. */
  record Part(boolean healthy, Optional<String> message) {}
}

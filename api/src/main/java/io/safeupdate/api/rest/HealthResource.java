package io.safeupdate.api.rest;

import io.safeupdate.api.monitoring.Health;
import io.safeupdate.api.monitoring.PartHealth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Whether the parts that we depend on are well, for monitoring: 200 or 503. */
@Path("healthcheck")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Health health;

  public HealthResource(Health health) {
    this.health = health;
  }

  /** The state of each part. */
  @GET
  public Response health() {
    Map<String, PartHealth> parts = health.look();
    boolean well = parts.values().stream().allMatch(PartHealth::healthy);
    return Response.status(well ? 200 : 503).entity(parts).build();
  }
}

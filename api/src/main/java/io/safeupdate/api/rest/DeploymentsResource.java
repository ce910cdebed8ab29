package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.api.view.Deployments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The deployments of the host. */
@Path("api/v1/deployments")
@Produces(MediaType.APPLICATION_JSON)
public final class DeploymentsResource {
  private final Guard guard;

  public DeploymentsResource(Guard guard) {
    this.guard = guard;
  }

  /** All of them, in the order of the configuration. */
  @GET
  public List<DeploymentEntry> all(@Context SecurityContext security) {
    return seenBy(security).all();
  }

  /** One of them. */
  @GET
  @Path("{name}")
  public DeploymentEntry one(@PathParam("name") String name, @Context SecurityContext security) {
    return seenBy(security).one(name);
  }

  private Deployments seenBy(SecurityContext security) {
    return new Deployments(guard.of(security));
  }
}

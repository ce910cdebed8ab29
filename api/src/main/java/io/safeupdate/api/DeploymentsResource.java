package io.safeupdate.api;

import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.api.view.Deployments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The deployments of the host. */
@Path("api/v1/deployments")
@Produces(MediaType.APPLICATION_JSON)
public final class DeploymentsResource {
  private final Deployments deployments;

  DeploymentsResource(Deployments deployments) {
    this.deployments = deployments;
  }

  /** All of them, in the order of the configuration. */
  @GET
  public List<DeploymentEntry> all() {
    return deployments.all();
  }

  /** One of them. */
  @GET
  @Path("{name}")
  public DeploymentEntry one(@PathParam("name") String name) {
    return deployments.one(name);
  }
}

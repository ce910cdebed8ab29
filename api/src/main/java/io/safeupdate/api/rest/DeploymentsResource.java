package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.api.view.Deployments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
  public DeploymentList all(@Context SecurityContext security) {
    return new DeploymentList(new Deployments(guard.of(security)).all());
  }

  /** Deployments. */
  public record DeploymentList(List<DeploymentEntry> deployments) {}
}

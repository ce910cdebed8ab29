package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.api.view.Deployments;
import io.safeupdate.workflows.client.ScheduleStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** What is known of a deployment without looking at it. */
@Path("api/v1/deployments/{name}")
@Produces(MediaType.APPLICATION_JSON)
public final class DeploymentResource {
  private final Guard guard;

  public DeploymentResource(Guard guard) {
    this.guard = guard;
  }

  /** One deployment, and what was done to it last. */
  @GET
  public DeploymentEntry one(@PathParam("name") String name, @Context SecurityContext security) {
    return new Deployments(guard.of(security)).one(name);
  }

  /** What the deployment does by itself. */
  @GET
  @Path("schedules")
  public Schedules schedules(@PathParam("name") String name, @Context SecurityContext security) {
    return new Schedules(guard.of(security).schedules(name));
  }

  /** The schedules of a deployment. */
  public record Schedules(List<ScheduleStatus> schedules) {}
}

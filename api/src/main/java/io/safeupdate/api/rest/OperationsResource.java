package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.view.Deployments;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.contract.OperationProgress;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** The operations of the host. */
@Path("api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationsResource {
  private static final int MOST = 1000;

  private final Guard guard;

  public OperationsResource(Guard guard) {
    this.guard = guard;
  }

  /** The latest operations, newest first. */
  @GET
  public List<OperationEntry> latest(
      @QueryParam("deployment") Optional<String> deployment,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context SecurityContext security) {
    return new Deployments(guard.of(security)).operations(deployment, number(limit));
  }

  /** One operation, with the keys of {@code show --json}. */
  @GET
  @Path("{id}")
  public OperationProgress one(@PathParam("id") String id, @Context SecurityContext security) {
    return guard.of(security).find(id).document();
  }

  private static int number(String limit) {
    if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST) {
      throw new BadRequestException(
          "`limit` is \"" + limit + "\": write a whole number from 1 to " + MOST + ".");
    }
    return Integer.parseInt(limit);
  }
}

package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.access.UnusableRequestException;
import io.safeupdate.api.rest.body.DecisionBody;
import io.safeupdate.api.rest.body.EmptyBody;
import io.safeupdate.api.view.Deployments;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.contract.OperationProgress;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** The operations of the host. */
@Path("api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationsResource {
  private static final int MOST = 1000;

  private final Guard guard;
  private final Starting starting;

  public OperationsResource(Guard guard, Starting starting) {
    this.guard = guard;
    this.starting = starting;
  }

  /** The latest operations, newest first. */
  @GET
  public OperationList latest(
      @QueryParam("deployment") Optional<String> deployment,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context SecurityContext security) {
    return new OperationList(
        new Deployments(guard.of(security)).operations(deployment, number(limit)));
  }

  /** One operation, with the keys of {@code show --json}. */
  @GET
  @Path("{id}")
  public OperationProgress one(@PathParam("id") String id, @Context SecurityContext security) {
    return guard.of(security).find(id).document();
  }

  /** Asks an operation to stop and bring the old version back; may be repeated. */
  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response cancel(
      @PathParam("id") String id, EmptyBody body, @Context SecurityContext security) {
    GuardedOperations operations = guard.of(security);
    operations.cancel(id);
    return Response.status(Response.Status.ACCEPTED)
        .entity(OperationEntry.of(operations.find(id).summary()))
        .build();
  }

  /** Decides for an operation that waits for a person. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  public OperationProgress decide(
      @PathParam("id") String id, DecisionBody body, @Context SecurityContext security) {
    if (body == null || body.decision() == null) {
      throw new UnusableRequestException("\"decision\" is missing: retry, rollback or abandon.");
    }
    return guard.of(security).decide(id, body.decision(), body.reason());
  }

  /** Starts an operation that has ended again, with the same request. */
  @POST
  @Path("{id}/retry")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response retry(
      @PathParam("id") String id,
      EmptyBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return starting.start(guard.of(security).request(id), key, security);
  }

  private static int number(String limit) {
    if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST) {
      throw new BadRequestException(
          "`limit` is \"" + limit + "\": write a whole number from 1 to " + MOST + ".");
    }
    return Integer.parseInt(limit);
  }

  /** Operations, as {@code history --json} lists them. */
  public record OperationList(List<OperationEntry> operations) {}
}

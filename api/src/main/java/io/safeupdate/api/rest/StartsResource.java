package io.safeupdate.api.rest;

import io.safeupdate.api.access.UnusableRequestException;
import io.safeupdate.api.rest.body.BackupBody;
import io.safeupdate.api.rest.body.CopyBody;
import io.safeupdate.api.rest.body.EmptyBody;
import io.safeupdate.api.rest.body.ExportBody;
import io.safeupdate.api.rest.body.ImportBody;
import io.safeupdate.api.rest.body.KeepBody;
import io.safeupdate.api.rest.body.RestoreBody;
import io.safeupdate.api.rest.body.RestoreMediaBody;
import io.safeupdate.api.rest.body.RollbackBody;
import io.safeupdate.api.rest.body.StartBody;
import io.safeupdate.api.rest.body.UpdateBody;
import io.safeupdate.workflows.contract.BackupMediaRequest;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.RecoverRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** What can be started on a deployment. Each answers 202 with the operation and where it is. */
@Path("api/v1/deployments/{name}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class StartsResource {
  private static final String EMPTY =
      "The body is empty. Send a JSON object; /api/v1/openapi.json says what it has.";

  private final Starting starting;

  public StartsResource(Starting starting) {
    this.starting = starting;
  }

  /** Updates the deployment to a newer commit. */
  @POST
  @Path("updates")
  public Response update(
      @PathParam("name") String name,
      UpdateBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body == null ? new UpdateBody(none(), none()) : body, key, security);
  }

  /** Brings the deployment back to a restore point. */
  @POST
  @Path("rollbacks")
  public Response rollback(
      @PathParam("name") String name,
      RollbackBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    RollbackBody latest = new RollbackBody(none(), none(), none(), none());
    return start(name, body == null ? latest : body, key, security);
  }

  /** Makes a backup of the database and verifies it. */
  @POST
  @Path("backups")
  public Response backup(
      @PathParam("name") String name,
      BackupBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body == null ? new BackupBody(none()) : body, key, security);
  }

  /** Puts a backup in the live database's place. */
  @POST
  @Path("restores")
  public Response restore(
      @PathParam("name") String name,
      RestoreBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Replaces the deployment's database by a copy of another's. */
  @POST
  @Path("copies")
  public Response copy(
      @PathParam("name") String name,
      CopyBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Copies backups into a directory of the host. */
  @POST
  @Path("exports")
  public Response export(
      @PathParam("name") String name,
      ExportBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Makes a file of the host a backup of the deployment. */
  @POST
  @Path("imports")
  public Response importBackup(
      @PathParam("name") String name,
      ImportBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Pins a backup or an archive, or lets it go again. */
  @POST
  @Path("pins")
  public Response keep(
      @PathParam("name") String name,
      KeepBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Makes an archive of the user files. */
  @POST
  @Path("archives")
  public Response archive(
      @PathParam("name") String name,
      EmptyBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return starting.start(new BackupMediaRequest(name), key, security);
  }

  /** Puts an archive in the user files' place. */
  @POST
  @Path("media-restores")
  public Response restoreMedia(
      @PathParam("name") String name,
      RestoreMediaBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return start(name, body, key, security);
  }

  /** Finishes the way back of an operation that ended without it. */
  @POST
  @Path("recoveries")
  public Response recover(
      @PathParam("name") String name,
      EmptyBody body,
      @HeaderParam(Starting.KEY) Optional<String> key,
      @Context SecurityContext security) {
    return starting.start(new RecoverRequest(name), key, security);
  }

  private Response start(
      String name, StartBody body, Optional<String> key, SecurityContext security) {
    OperationRequest request =
        Optional.ofNullable(body).orElseThrow(() -> new UnusableRequestException(EMPTY)).of(name);
    return starting.start(request, key, security);
  }

  private static <A> Optional<A> none() {
    return Optional.empty();
  }
}

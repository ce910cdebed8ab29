package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;
import io.safeupdate.workflows.contract.Inspection.RestorePointSummary;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackRequest;
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

/**
 * How a deployment is, looked at now by the host's worker: that takes about a second. Changes
 * nothing.
 */
@Path("api/v1/deployments/{name}")
@Produces(MediaType.APPLICATION_JSON)
public final class LooksResource {
  private final Guard guard;

  public LooksResource(Guard guard) {
    this.guard = guard;
  }

  /** Commit, services, database, restore points. */
  @GET
  @Path("status")
  public Inspection status(@PathParam("name") String name, @Context SecurityContext security)
      throws InterruptedException {
    return look(name, Depth.STATUS, security);
  }

  /** All checks of preflight. */
  @GET
  @Path("checks")
  public Checks checks(@PathParam("name") String name, @Context SecurityContext security)
      throws InterruptedException {
    return new Checks(look(name, Depth.CHECKS, security).checks());
  }

  /** The restore points, newest first. */
  @GET
  @Path("restore-points")
  public RestorePoints restorePoints(
      @PathParam("name") String name, @Context SecurityContext security)
      throws InterruptedException {
    return new RestorePoints(look(name, Depth.STATUS, security).restorePoints());
  }

  /** The backups, newest first. */
  @GET
  @Path("backups")
  public Backups backups(@PathParam("name") String name, @Context SecurityContext security)
      throws InterruptedException {
    return new Backups(look(name, Depth.BACKUPS, security).backups());
  }

  /** The archives of user files, newest first. */
  @GET
  @Path("archives")
  public Archives archives(@PathParam("name") String name, @Context SecurityContext security)
      throws InterruptedException {
    return new Archives(look(name, Depth.MEDIA, security).media());
  }

  /**
   * What a rollback would do, and what would be lost by it.
   *
   * @param restorePoint its id; absent: the newest that leads to another commit
   * @param codeOnly the database would stay as it is
   * @param databaseOnly code and images would stay as they are
   */
  @GET
  @Path("rollback-plan")
  public RollbackPlan rollbackPlan(
      @PathParam("name") String name,
      @QueryParam("restorePoint") Optional<String> restorePoint,
      @QueryParam("codeOnly") Optional<Boolean> codeOnly,
      @QueryParam("databaseOnly") Optional<Boolean> databaseOnly,
      @Context SecurityContext security)
      throws InterruptedException {
    RollbackRequest rollback =
        new RollbackRequest(name, restorePoint, codeOnly, databaseOnly, Optional.empty());
    return guard.of(security).inspect(InspectRequest.of(rollback)).rollback().orElseThrow();
  }

  private Inspection look(String name, Depth depth, SecurityContext security)
      throws InterruptedException {
    return guard
        .of(security)
        .inspect(new InspectRequest(name, Optional.of(depth), Optional.empty()));
  }

  /** The checks of a deployment. */
  public record Checks(List<Check> checks) {}

  /** The restore points of a deployment. */
  public record RestorePoints(List<RestorePointSummary> restorePoints) {}

  /** The backups of a deployment. */
  public record Backups(List<BackupSummary> backups) {}

  /** The archives of a deployment's user files. */
  public record Archives(List<MediaSummary> archives) {}
}

package io.safeupdate.api.console;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.console.deployment.DeploymentPage;
import io.safeupdate.api.console.deployment.PlanPage;
import io.safeupdate.api.console.deployment.Subject;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.RecoverRequest;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.UpdateRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** One deployment, and bringing it to another version. */
@Path("deployments/{name}")
@Produces(ConsoleResource.HTML)
public final class DeploymentPages {
  private final Console console;
  private final Guard guard;

  public DeploymentPages(Console console, Guard guard) {
    this.console = console;
    this.guard = guard;
  }

  private Subject subject(String name, ContainerRequestContext request) {
    return new Subject(console.visit(guard, request), name);
  }

  /** How it stands. */
  @GET
  public String show(@PathParam("name") String name, @Context ContainerRequestContext request) {
    return new DeploymentPage(subject(name, request)).page(Html.NOTHING);
  }

  /** What an update would do, once somebody had that found out. */
  @GET
  @Path("plan")
  public String plan(
      @PathParam("name") String name,
      @QueryParam("to") Optional<String> to,
      @Context ContainerRequestContext request) {
    return new PlanPage(subject(name, request), given(to)).page(Html.NOTHING);
  }

  private static Optional<String> given(Optional<String> word) {
    return word.map(String::strip).filter(it -> !it.isEmpty());
  }

  /** Has found out what an update would do. */
  @POST
  @Path("plan")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response makePlan(
      @PathParam("name") String name,
      @Context ContainerRequestContext request,
      MultivaluedMap<String, String> form) {
    Subject subject = subject(name, request);
    UpdateRequest update = new UpdateRequest(name, new Fields(form).text("to"), Optional.empty());
    return new Deeds(subject.visit(), notice -> new PlanPage(subject, update.to()).page(notice))
        .look(update, () -> PlanPage.begin(subject, update.to()));
  }

  /** Starts the update that was shown. */
  @POST
  @Path("update")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response update(
      @PathParam("name") String name,
      @Context ContainerRequestContext request,
      MultivaluedMap<String, String> form) {
    Subject subject = subject(name, request);
    Fields fields = new Fields(form);
    UpdateRequest update =
        new UpdateRequest(name, Optional.of(fields.required("to")), overrides(fields));
    return new Deeds(subject.visit(), notice -> new PlanPage(subject, update.to()).page(notice))
        .start(update, fields.key());
  }

  private static Optional<PolicyOverrides> overrides(Fields fields) {
    PolicyOverrides overrides =
        new PolicyOverrides(
            fields.choice("onFailure", OnFailure::of),
            Optional.empty(),
            fields.choice("restart", RestartMode::of),
            fields.text("trial").map(Boolean::valueOf));
    return Optional.of(overrides).filter(it -> !it.equals(PolicyOverrides.NONE));
  }

  /** Finishes the way back of an operation that ended without it. */
  @POST
  @Path("recover")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response recover(
      @PathParam("name") String name,
      @Context ContainerRequestContext request,
      MultivaluedMap<String, String> form) {
    Subject subject = subject(name, request);
    return new Deeds(subject.visit(), notice -> new DeploymentPage(subject).page(notice))
        .start(new RecoverRequest(name), new Fields(form).key());
  }
}

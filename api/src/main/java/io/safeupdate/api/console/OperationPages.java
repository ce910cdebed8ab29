package io.safeupdate.api.console;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.operation.OperationPage;
import io.safeupdate.workflows.contract.Choice;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** One operation: the page, and what its buttons do. */
@Path("operations/{id}")
@Produces(ConsoleResource.HTML)
public final class OperationPages {
  private final Console console;
  private final Guard guard;

  public OperationPages(Console console, Guard guard) {
    this.console = console;
    this.guard = guard;
  }

  /** Where it stands. */
  @GET
  public String show(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return page(console.visit(guard, request), id, Html.NOTHING);
  }

  private static String page(Visit visit, String id, Html notice) {
    return new OperationPage(visit, visit.operations().find(id)).page(notice);
  }

  /** Brings the old version back. */
  @POST
  @Path("cancel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Visit visit = console.visit(guard, request);
    return deeds(visit, id)
        .done(
            () -> {
              visit.operations().cancel(id);
              return id;
            });
  }

  /** Answers it. */
  @POST
  @Path("decide")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      MultivaluedMap<String, String> form) {
    Visit visit = console.visit(guard, request);
    Fields fields = new Fields(form);
    fields.required("decision");
    Choice choice = fields.choice("decision", Choice::of).orElseThrow();
    return deeds(visit, id)
        .done(
            () -> {
              visit.operations().decide(id, choice, fields.text("reason"));
              return id;
            });
  }

  /** Starts the same again. */
  @POST
  @Path("retry")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retry(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      MultivaluedMap<String, String> form) {
    Visit visit = console.visit(guard, request);
    GuardedOperations operations = visit.operations();
    return deeds(visit, id).start(operations.request(id), new Fields(form).key());
  }

  private static Deeds deeds(Visit visit, String id) {
    return new Deeds(visit, notice -> page(visit, id, notice));
  }
}

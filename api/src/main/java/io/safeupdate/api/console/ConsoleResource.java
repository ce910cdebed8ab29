package io.safeupdate.api.console;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.console.deployment.OverviewPage;
import io.safeupdate.api.console.frame.Visit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The console's first page, and what all of them need. */
@Path("/")
public final class ConsoleResource {
  static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Console console;
  private final Guard guard;

  public ConsoleResource(Console console, Guard guard) {
    this.console = console;
    this.guard = guard;
  }

  /** All deployments. */
  @GET
  @Produces(HTML)
  public String overview(@Context ContainerRequestContext request) {
    return new OverviewPage(visit(request)).page();
  }

  private Visit visit(ContainerRequestContext request) {
    return console.visit(guard, request);
  }

  /** How the pages look. */
  @GET
  @Path("console.css")
  @Produces("text/css;charset=utf-8")
  public InputStream style() {
    return ConsoleResource.class.getResourceAsStream("console.css");
  }

  /** How open pages stay true. */
  @GET
  @Path("console.js")
  @Produces("text/javascript;charset=utf-8")
  public InputStream script() {
    return ConsoleResource.class.getResourceAsStream("console.js");
  }

  /** The sign in the browser's tab. */
  @GET
  @Path("icon.svg")
  @Produces("image/svg+xml")
  public InputStream icon() {
    return ConsoleResource.class.getResourceAsStream("icon.svg");
  }
}

package io.safeupdate.api.console;

import io.safeupdate.api.access.Guard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** The console's addresses. */
@Path("/")
public final class ConsoleResource {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Console console;
  private final Guard guard;

  public ConsoleResource(Console console, Guard guard) {
    this.console = console;
    this.guard = guard;
  }

  /** All deployments. */
  @GET
  @Produces(HTML)
  public String overview(@Context SecurityContext security) {
    return console.overview(guard.of(security));
  }

  /** One operation. */
  @GET
  @Path("operations/{id}")
  @Produces(HTML)
  public String operation(@PathParam("id") String id, @Context SecurityContext security) {
    return console.operation(guard.of(security), id);
  }

  /** How the pages look. */
  @GET
  @Path("console.css")
  @Produces("text/css;charset=utf-8")
  public InputStream style() {
    return ConsoleResource.class.getResourceAsStream("console.css");
  }

  /** The sign in the browser's tab. */
  @GET
  @Path("icon.svg")
  @Produces("image/svg+xml")
  public InputStream icon() {
    return ConsoleResource.class.getResourceAsStream("icon.svg");
  }
}

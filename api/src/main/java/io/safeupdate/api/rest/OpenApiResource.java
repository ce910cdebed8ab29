package io.safeupdate.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The description of the REST interface for programs: OpenAPI 3.1. */
@Path("api/v1/openapi.json")
public final class OpenApiResource {

  /** The description that was made from the resources of this very version. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public InputStream description() {
    return OpenApiResource.class.getResourceAsStream("openapi.json");
  }
}

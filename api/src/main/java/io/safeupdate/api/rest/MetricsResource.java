package io.safeupdate.api.rest;

import io.safeupdate.api.monitoring.Exposition;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Metrics, for Prometheus to scrape: as text, or in OpenMetrics where that is asked for. */
@Path("metrics")
public final class MetricsResource {
  private final Exposition.Source source;

  public MetricsResource(Exposition.Source source) {
    this.source = source;
  }

  /** All metrics as they are now. */
  @GET
  public Response metrics(@HeaderParam(HttpHeaders.ACCEPT) @DefaultValue("") String accept) {
    Exposition exposition = source.scrape(accept);
    return Response.ok(exposition.text()).type(exposition.contentType()).build();
  }
}

package io.safeupdate.api.console.frame;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.workflows.client.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where Temporal's own web interface shows a run. */
public record TemporalLinks(Optional<URI> base, String namespace) {

  /** A link; nothing where there is no such interface. */
  public Optional<Html> to(Operation run) {
    return base.map(
        uri ->
            Html.tag("a", "href", address(uri, run), "rel", "noreferrer").text("run in Temporal"));
  }

  private String address(URI uri, Operation run) {
    return "%s/namespaces/%s/workflows/%s/%s/history"
        .formatted(
            uri.toString().replaceAll("/+$", ""),
            encoded(namespace),
            encoded(run.workflowId()),
            encoded(run.id()));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

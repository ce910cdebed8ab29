package io.safeupdate.api.console.frame;

import io.safeupdate.api.access.Caller;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.console.html.Form;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.ClosedOperations;
import io.safeupdate.api.console.look.Looks;
import io.safeupdate.workflows.contract.OperationType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody asks for a page.
 *
 * @param operations as they may have them
 * @param root the way from the page to the console's first one, such as {@code ../}; links are
 *     relative, so that the console works below any path
 */
public record Visit(
    GuardedOperations operations,
    Looks looks,
    ClosedOperations closed,
    TemporalLinks temporal,
    String root,
    Instant now) {
  /** The field by which a form that is sent twice is known again. */
  public static final String KEY = "key";

  public Caller caller() {
    return operations.caller();
  }

  public String host() {
    return operations.config().host();
  }

  /** Whether a button that starts such operations is shown. */
  public boolean may(OperationType type, String deployment) {
    return operations.mayStart(type, deployment);
  }

  /** The address of a page below the console's first one. */
  public String to(String... parts) {
    StringBuilder path = new StringBuilder(root);
    for (int i = 0; i < parts.length; i++) {
      path.append(i == 0 ? "" : "/").append(encoded(parts[i]));
    }
    return path.isEmpty() ? "./" : path.toString();
  }

  /** The address of a page about a deployment. */
  public String ofDeployment(String name, String... page) {
    return to("deployments", name) + (page.length == 0 ? "" : "/" + String.join("/", page));
  }

  public String ofOperation(String id) {
    return to("operations", id);
  }

  /** A link to an operation, by its last characters. */
  public Html operation(String id) {
    String brief = id.substring(Math.max(0, id.length() - 6));
    return Html.tag("a", "href", ofOperation(id), "title", id).around(Pieces.code(brief));
  }

  /** A form that does something; sent twice, it does it once. */
  public Form form(String action) {
    return Form.post(action).hidden(KEY, UUID.randomUUID().toString());
  }

  /** A part of an address. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

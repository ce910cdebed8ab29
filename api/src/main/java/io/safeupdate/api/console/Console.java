package io.safeupdate.api.console;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.TemporalLinks;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.ClosedOperations;
import io.safeupdate.api.console.look.Looks;
import io.safeupdate.config.SafeUpdateConfig;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** What the console's pages share. */
public final class Console implements AutoCloseable {
  private final TemporalLinks temporal;
  private final Clock clock;
  private final Looks looks;
  private final ClosedOperations closed = new ClosedOperations();

  public Console(SafeUpdateConfig config, Optional<URI> temporalUi, Clock clock) {
    this.temporal = new TemporalLinks(temporalUi, config.temporal().namespace());
    this.clock = clock;
    this.looks = new Looks(clock);
  }

  /** Somebody asks for a page. */
  Visit visit(Guard guard, ContainerRequestContext request) {
    return new Visit(
        guard.of(request.getSecurityContext()),
        looks,
        closed,
        temporal,
        root(request.getUriInfo().getPath()),
        clock.instant());
  }

  /** The way from a page to the console's first one, such as {@code ../}. */
  public static String root(String path) {
    return "../".repeat((int) path.chars().filter(sign -> sign == '/').count());
  }

  /**
   * A page that says why there is no other.
   *
   * @param root the way from the page to the console's first one
   */
  public String problem(String title, String detail, String root) {
    return problem(new Frame(title, root, OptionalInt.empty()), detail);
  }

  /** The same for what passes by itself: the page is loaded again after a while. */
  public String passingProblem(String title, String detail, String root) {
    return problem(new Frame(title, root, Frame.LIVE), detail);
  }

  private static String problem(Frame frame, String detail) {
    String home = frame.root().isEmpty() ? "./" : frame.root();
    return frame.page(
        Html.tag("h1").text(frame.title()),
        Pieces.paragraph(detail),
        Html.tag("p").around(Pieces.link(home, "To all deployments")));
  }

  /** Stops looking. */
  @Override
  public void close() {
    looks.close();
  }
}

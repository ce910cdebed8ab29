package io.safeupdate.api.console;

import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.console.deployment.OverviewPage;
import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.TemporalLinks;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.operation.OperationPage;
import io.safeupdate.api.view.DeploymentEntry;
import io.safeupdate.api.view.Deployments;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.OperationEntry;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the console's pages. Every method may throw what {@link GuardedOperations} throws. */
public final class Console {
  private static final int RECENT = 12;

  private final String host;
  private final TemporalLinks temporal;
  private final Clock clock;

  public Console(SafeUpdateConfig config, Optional<URI> temporalUi, Clock clock) {
    this.host = config.host();
    this.temporal = new TemporalLinks(temporalUi, config.temporal().namespace());
    this.clock = clock;
  }

  String overview(GuardedOperations operations) {
    Deployments deployments = new Deployments(operations);
    return new OverviewPage(host, temporal, clock.instant())
        .page(
            deployments.all().stream().map(entry -> shown(entry, operations)).toList(),
            deployments.operations(Optional.empty(), RECENT));
  }

  private static OverviewPage.Shown shown(
      DeploymentEntry deployment, GuardedOperations operations) {
    return new OverviewPage.Shown(
        deployment,
        deployment.lastOperation().map(OperationEntry::operation).map(operations::find));
  }

  String operation(GuardedOperations operations, String id) {
    return new OperationPage(operations.find(id), temporal, clock.instant()).page();
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
    return frame.page(Html.tag("h1").text(frame.title()), Html.tag("p").text(detail));
  }
}

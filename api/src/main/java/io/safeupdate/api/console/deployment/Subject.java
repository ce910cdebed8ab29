package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Frame;
import io.safeupdate.api.console.frame.Menu;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Notice;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.look.Look;
import io.safeupdate.api.console.operation.State;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The deployment that a page is about. */
public final class Subject {
  /** How long a page is held back for what is not known yet. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Visit visit;
  private final DeploymentConfig config;
  private final Optional<OperationSummary> last;

  /**
   * The deployment of that name.
   *
   * @throws io.safeupdate.config.UnknownDeploymentException naming those the caller sees
   */
  public Subject(Visit visit, String name) {
    this.visit = visit;
    this.config = visit.operations().config().requireDeployment(name);
    this.last = visit.operations().list(Optional.of(name), 1).stream().findFirst();
  }

  /** On whose behalf, and how. */
  public Visit visit() {
    return visit;
  }

  String name() {
    return config.name();
  }

  DeploymentConfig config() {
    return config;
  }

  /** The latest operation. */
  Optional<OperationSummary> last() {
    return last;
  }

  Optional<OperationSummary> open() {
    return last.filter(OperationSummary::isOpen);
  }

  boolean may(OperationType type) {
    return visit.may(type, name());
  }

  /** The address of a page about it. */
  String to(String... page) {
    return visit.ofDeployment(name(), page);
  }

  /** What can be seen of it, as of a moment ago, and after what was done to it last. */
  Look look(Depth depth, Duration fresh, Duration patience) {
    return look(new InspectRequest(name(), Optional.of(depth), Optional.empty()), fresh, patience);
  }

  Look look(Depth depth) {
    return look(depth, FRESH, PATIENCE);
  }

  Look look(InspectRequest request) {
    return look(request, FRESH, PATIENCE);
  }

  private Look look(InspectRequest request, Duration fresh, Duration patience) {
    Instant since = visit.now().minus(fresh);
    Instant changed = last.flatMap(OperationSummary::endedAt).orElse(since);
    return visit
        .looks()
        .at(visit.operations(), request, changed.isAfter(since) ? changed : since, patience);
  }

  /** A page about it. */
  Frame frame(String title, String here) {
    return Frame.of(visit, title, Menu.of(name(), here));
  }

  /** A page about it that is looked at again while something is under way. */
  Frame frame(String title, String here, Look look) {
    return frame(title, here)
        .refreshing(look.isUnderWay() ? OptionalInt.of(2) : OptionalInt.empty());
  }

  /** What is open on it, and keeps everything else out; nothing where nothing is. */
  Html busy() {
    return open().map(this::busy).orElse(Html.NOTHING);
  }

  private Html busy(OperationSummary open) {
    State state = State.of(OperationEntry.of(open));
    boolean waits = open.outcome().filter(Outcome.NEEDS_ATTENTION::equals).isPresent();
    return Notice.of(
        waits ? Mark.WAITING : Mark.RUNNING,
        waits
            ? open.type() + " on " + name() + " waits for a decision"
            : open.type() + " is open on " + name() + " (" + state.word() + ")",
        Html.tag("p")
            .around(
                Pieces.link(
                    visit.ofOperation(open.operation().id()),
                    waits ? "Look at it and decide" : "Follow it"),
                Html.text(
                    waits
                        ? ". Nothing was destroyed."
                        : ". Nothing else can be started on it until that has ended.")));
  }
}

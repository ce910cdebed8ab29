package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns findings into the baseline of an operation. */
final class Baselines {
  private static final int TAG_SHOWN = 6;

  private Baselines() {}

  static Baseline of(Findings findings, Step step) {
    Checkout.State checkout = findings.checkout.orElseThrow();
    Checkout.RemoteCommit target = findings.target.orElseThrow();
    return of(findings, step, checkout, target.commit(), target.ref());
  }

  /** Of an operation that leaves the checkout where it is. */
  static Baseline ofOperation(Findings findings, Step step) {
    Checkout.State checkout = findings.checkout.orElseThrow();
    return of(findings, step, checkout, checkout.head(), Optional.empty());
  }

  /** Of a rollback, whose target is a recorded commit. */
  static Baseline ofRollback(Findings findings, Step step) {
    Checkout.State checkout = findings.checkout.orElseThrow();
    String target = findings.to().orElseGet(checkout::head);
    return of(findings, step, checkout, target, Optional.empty());
  }

  private static Baseline of(
      Findings findings,
      Step step,
      Checkout.State checkout,
      String target,
      Optional<String> remoteRef) {
    Instant now = findings.host().clock().instant();
    List<RunningContainer> containers =
        findings.containers.stream().map(it -> container(findings, it)).toList();
    return new Baseline(
        Stamp.of(now) + "-" + step.tag().substring(0, TAG_SHOWN),
        now,
        checkout.head(),
        target,
        findings.deployment().checkout().describe(checkout.head()).subject(),
        remoteRef,
        checkout.branch().orElseGet(findings.deployment().config()::branch),
        findings.project().orElseThrow(),
        containers,
        images(findings, containers),
        findings.host().engine().networks(findings.project().orElseThrow()).stream()
            .map(Engine.Network::id)
            .toList(),
        findings.probes,
        findings.database,
        List.copyOf(findings.current.orElseThrow().services().keySet()),
        findings.changedPaths,
        findings.current.orElseThrow().hash());
  }

  private static RunningContainer container(Findings findings, Container container) {
    String service = container.service().orElse("");
    return new RunningContainer(
        service,
        container.id(),
        container.name(),
        container.imageId(),
        reference(findings, service),
        container.isRunning(),
        container.exitCode(),
        container.restartPolicy());
  }

  private static String reference(Findings findings, String service) {
    var known = findings.current.orElseThrow().services().get(service);
    return known == null ? "" : known.image();
  }

  /**
   * The image that each reference must name on the way back: what its containers run. Where they
   * disagree (one was not recreated), what the reference names today.
   */
  private static Map<String, String> images(Findings findings, List<RunningContainer> containers) {
    Map<String, String> images = new HashMap<>();
    for (RunningContainer container : containers) {
      String reference = container.imageReference();
      if (!reference.isEmpty()) {
        images.merge(
            reference,
            container.imageId(),
            (one, other) -> agreed(findings, reference, one, other));
      }
    }
    return images;
  }

  private static String agreed(Findings findings, String reference, String one, String other) {
    return one.equals(other)
        ? one
        : findings.host().engine().image(reference).map(Engine.Image::id).orElse(one);
  }
}

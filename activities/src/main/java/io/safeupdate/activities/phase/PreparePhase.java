package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.activity.PrepareActivities;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;

/** Makes the new version ready while the old one serves, and decides how the update goes. */
public final class PreparePhase implements PrepareActivities {
  private final Host host;

  public PreparePhase(Host host) {
    this.host = host;
  }

  @Override
  public Prepared prepare(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    return deployment
        .record(step)
        .find(PreparedImages.class)
        .orElseGet(() -> host.heartbeats().during(progress -> prepare(deployment, step, progress)))
        .answer();
  }

  private PreparedImages prepare(Deployment deployment, Step step, Progress progress) {
    OperationRecord record = deployment.record(step);
    Baseline before = record.get(Baseline.class);
    fetch(deployment, before, progress);
    Export export = new Export(deployment, step.tag());
    export.write(before.to(), progress);
    ComposeModel target = export.model(before.from());
    Pins.take(deployment, before);
    export.addUntracked(before.from());
    List<PreparedImage> images =
        new ImageSource(deployment, before, step.tag()).make(target, export, progress);
    PreparedImages prepared =
        new Outlook(deployment, step, before, images).decide(target, export, progress);
    export.delete();
    return record.put(prepared);
  }

  private static void fetch(Deployment deployment, Baseline before, Progress progress) {
    String remote = deployment.config().remote();
    deployment
        .checkout()
        .fetch(
            remote,
            new io.safeupdate.activities.git.Checkout.RemoteCommit(before.to(), before.remoteRef()),
            PrivateRefs.fetched(deployment.name()),
            progress);
    before
        .remoteRef()
        .filter(("refs/heads/" + before.branch())::equals)
        .ifPresent(ref -> deployment.checkout().track(remote, before.branch(), before.to()));
  }

  @Override
  public String drop(Step step) {
    Deployment deployment = host.deployment(step.deployment());
    OperationRecord record = deployment.record(step);
    int dropped = Prepares.drop(deployment, step);
    record.find(Baseline.class).ifPresent(before -> dropUnfinished(deployment, before));
    return dropped == 0
        ? "nothing was prepared"
        : Amounts.count(dropped, "prepared image") + " dropped";
  }

  /** Pulling may have moved a tag that the old version uses; what no restore point names goes. */
  private void dropUnfinished(Deployment deployment, Baseline before) {
    before.images().forEach((reference, id) -> retag(id, reference));
    Pins.release(deployment, before);
    if (deployment.restorePoints().find(before.restorePoint()).isEmpty()) {
      new CheckoutCopies(deployment, before.restorePoint()).drop();
    }
  }

  private void retag(String id, String reference) {
    if (host.engine().image(id).isPresent()) {
      host.engine().tag(id, reference);
    }
  }
}

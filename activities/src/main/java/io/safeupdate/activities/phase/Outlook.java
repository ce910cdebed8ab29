package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.UpdateConfig;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks ahead with the prepared images: what will be migrated, stopped, tried, and how to return.
 */
final class Outlook {
  private final Deployment deployment;
  private final Step step;
  private final Baseline before;
  private final List<PreparedImage> images;

  Outlook(Deployment deployment, Step step, Baseline before, List<PreparedImage> images) {
    this.deployment = deployment;
    this.step = step;
    this.before = before;
    this.images = images;
  }

  PreparedImages decide(ComposeModel target, Export export, Progress progress) {
    OperationRecord record = deployment.record(step);
    PreparedImages soFar = new PreparedImages(images, List.of(), "", nothingDecided());
    progress.report("reading the pending migrations with the new image");
    PendingMigrations pending =
        new MigrationPlan(deployment, step, soFar).read(target, export, record, progress);
    StrategyChoice choice = new StrategyChoice(deployment, before, Overrides.in(record));
    StrategyChoice.Chosen chosen = choice.choose(pending);
    CodeBinds binds = CodeBinds.of(deployment, before, target, export);
    Prepared answer =
        new Prepared(
            chosen.strategy(),
            pending.migration(),
            stopBeforePull(binds),
            skipTrial(target, binds, Overrides.in(record)),
            skipBackup(),
            summary(pending, chosen),
            List.of());
    return new PreparedImages(images, pending.names(), chosen.why(), answer);
  }

  private static Prepared nothingDecided() {
    return new Prepared(
        Strategy.NONE,
        Migration.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of());
  }

  private List<String> stopBeforePull(CodeBinds binds) {
    Set<String> stopped = new TreeSet<>(binds.services());
    if (deployment.config().update().quiesce() == UpdateConfig.Quiesce.ALWAYS) {
      stopped.addAll(deployment.writers(before));
    }
    return List.copyOf(stopped);
  }

  private Optional<String> skipBackup() {
    return before.database().isPresent()
        ? Optional.empty()
        : Optional.of("the deployment has no database");
  }

  private Optional<String> skipTrial(ComposeModel target, CodeBinds binds, Overrides overrides) {
    if (!overrides.trial(deployment.config().update())) {
      return Optional.of("switched off");
    }
    List<TrialTarget> targets =
        TrialTarget.of(target, new Services(before).requiredProbes(deployment.config().health()));
    if (targets.isEmpty()) {
      return Optional.of("no health probe reaches a service that publishes its port");
    }
    List<String> bound =
        targets.stream().map(TrialTarget::service).filter(binds.services()::contains).toList();
    if (!bound.isEmpty()) {
      return Optional.of(
          "the code of " + String.join(", ", bound) + " is mounted from the checkout");
    }
    return targets.stream().anyMatch(it -> isNew(it.service()))
        ? Optional.empty()
        : Optional.of("the probed services do not change");
  }

  private boolean isNew(String service) {
    Optional<String> next =
        images.stream()
            .filter(image -> image.services().contains(service))
            .map(PreparedImage::id)
            .findFirst();
    return before.of(service).stream().noneMatch(it -> next.equals(Optional.of(it.imageId())));
  }

  private String summary(PendingMigrations pending, StrategyChoice.Chosen chosen) {
    List<String> parts = new ArrayList<>();
    parts.add(Amounts.count(images.size(), "image") + " ready");
    parts.add(pending.words());
    parts.add("strategy " + chosen.strategy().label() + ": " + chosen.why());
    return String.join("; ", parts);
  }
}

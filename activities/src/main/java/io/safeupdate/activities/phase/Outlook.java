package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.Backend;
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
    PreparedImages soFar = new PreparedImages(images, List.of(), "", List.of(), nothingDecided());
    progress.report("reading the pending migrations with the new image");
    PendingMigrations pending =
        new MigrationPlan(deployment, step, soFar).read(target, export, record, progress);
    StrategyChoice choice = new StrategyChoice(deployment, before, Overrides.in(record));
    StrategyChoice.Chosen chosen = choice.choose(pending);
    CodeBinds binds = CodeBinds.of(deployment, before, target, export);
    Set<String> replaced = replaced(target, export);
    List<Backend> backends = new Backends(deployment, before, replaced).behind(target);
    Prepared answer =
        new Prepared(
            chosen.strategy(),
            pending.migration(),
            stopBeforePull(binds),
            skipTrial(target, binds, replaced, backends),
            skipBackup(),
            summary(pending, chosen),
            List.of());
    return new PreparedImages(images, pending.names(), chosen.why(), backends, answer);
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
    return before.database().isPresent() || deployment.archivesMedia()
        ? Optional.empty()
        : Optional.of("the deployment has no database");
  }

  private Set<String> replaced(ComposeModel target, Export export) {
    ComposeModel current = deployment.host().compose().config(deployment.project(before));
    return new Replaced(before, current, target.relocated(export::backInCheckout), images)
        .services();
  }

  private Optional<String> skipTrial(
      ComposeModel target, CodeBinds binds, Set<String> replaced, List<Backend> backends) {
    Overrides overrides = Overrides.in(deployment.record(step));
    if (!overrides.trial(deployment.config().update())) {
      return Optional.of("switched off");
    }
    List<TrialTarget> targets =
        TrialTarget.of(
            target, new Services(before).requiredProbes(deployment.config().health()), backends);
    if (targets.isEmpty()) {
      return Optional.of("no service was found behind a health probe");
    }
    List<String> bound =
        targets.stream().map(TrialTarget::service).filter(binds.services()::contains).toList();
    if (!bound.isEmpty()) {
      return Optional.of(
          "the code of " + String.join(", ", bound) + " is mounted from the checkout");
    }
    return targets.stream().map(TrialTarget::service).anyMatch(replaced::contains)
        ? Optional.empty()
        : Optional.of("the probed services do not change");
  }

  private String summary(PendingMigrations pending, StrategyChoice.Chosen chosen) {
    List<String> parts = new ArrayList<>();
    parts.add(Amounts.count(images.size(), "image") + " ready");
    parts.add(pending.words());
    parts.add("strategy " + chosen.strategy().label() + ": " + chosen.why());
    return String.join("; ", parts);
  }
}

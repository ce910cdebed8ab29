package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import io.safeupdate.workflows.contract.Plan.ServiceChange;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.List;
import java.util.Optional;

/** Prepares an update to see what it would do, and drops what it prepared. */
final class Rehearsal {
  private static final int MOST_COMMITS = 200;

  private final Deployment deployment;
  private final Step step;

  Rehearsal(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
  }

  Plan plan(Findings findings, Progress progress) {
    if (findings.failed() || !findings.isBehind()) {
      return outline(findings, Optional.empty(), List.of(), Optional.empty());
    }
    Baseline before = Baselines.of(findings, step);
    try {
      PreparedImages prepared = prepare(findings, before, progress);
      List<ServiceChange> changes = ServiceChanges.of(findings, before, prepared);
      return outline(findings, Optional.of(prepared), changes, Optional.empty());
    } catch (StepFailure refusal) {
      Optional<FailureReport> why = Optional.of(report(Phase.PREPARE, refusal));
      return outline(findings, Optional.empty(), List.of(), why);
    }
  }

  private PreparedImages prepare(Findings findings, Baseline before, Progress progress) {
    Export export = findings.export.orElseThrow();
    ComposeModel target = findings.targetModel.orElseThrow();
    export.addUntracked(before.from());
    List<PreparedImage> images =
        new ImageSource(deployment, before, step.tag()).make(target, export, progress);
    return new Outlook(deployment, step, before, images).decide(target, export, progress);
  }

  private Plan outline(
      Findings findings,
      Optional<PreparedImages> prepared,
      List<ServiceChange> changes,
      Optional<FailureReport> refusal) {
    Optional<FailureReport> rejected =
        findings.failed() ? Optional.of(report(Phase.PREFLIGHT, findings.failure())) : refusal;
    return new Plan(
        findings.from().orElse(""),
        findings.to().orElse(""),
        commits(findings),
        prepared.map(PreparedImages::migrations).orElse(List.of()),
        changes,
        findings.newEnvKeys,
        prepared.map(made -> made.answer().strategy()),
        prepared.map(PreparedImages::why),
        findings.disk,
        notes(findings, prepared),
        rejected);
  }

  private static List<String> notes(Findings findings, Optional<PreparedImages> prepared) {
    List<String> notes = new java.util.ArrayList<>(findings.warnings());
    prepared
        .flatMap(made -> made.answer().skipTrial())
        .ifPresent(why -> notes.add("There is no trial: " + why + "."));
    return notes;
  }

  private List<CommitLine> commits(Findings findings) {
    if (!findings.isBehind()) {
      return List.of();
    }
    return deployment
        .checkout()
        .log(findings.from().orElseThrow(), findings.to().orElseThrow(), MOST_COMMITS)
        .stream()
        .map(Rehearsal::line)
        .toList();
  }

  private static CommitLine line(Checkout.CommitSummary commit) {
    return new CommitLine(commit.commit(), commit.author(), commit.when(), commit.subject());
  }

  private static FailureReport report(Phase phase, StepFailure failure) {
    return new FailureReport(phase.label(), failure.type().type(), failure.getMessage());
  }

  /** Images, containers, files and notes of the rehearsal go; the build cache stays. */
  void leaveNothing(Findings findings) {
    if (findings.export.isPresent()) {
      Prepares.drop(deployment, step);
    }
    Trees.delete(deployment.record(step).directory());
  }
}

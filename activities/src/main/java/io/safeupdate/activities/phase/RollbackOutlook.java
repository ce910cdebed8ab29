package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.Plan.CommitLine;
import io.safeupdate.workflows.contract.RollbackPlan;
import io.safeupdate.workflows.contract.RollbackPlan.RecordedImage;
import io.safeupdate.workflows.contract.RollbackPlan.TableRows;
import io.safeupdate.workflows.contract.RollbackRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what a rollback would do, and what would be lost. */
final class RollbackOutlook {
  private static final int MOST_COMMITS = 100;

  private final RollbackRequest request;
  private final Findings findings;
  private final RollbackExam exam;

  RollbackOutlook(RollbackRequest request, Findings findings, String tag) {
    this.request = request;
    this.findings = findings;
    this.exam = new RollbackExam(request, tag);
  }

  RollbackPlan plan() {
    Survey.forRollback(findings, request.code(), exam);
    Optional<RestorePoint> point = exam.point;
    Optional<String> from = findings.from();
    Optional<String> to = request.code() ? point.map(RestorePoint::commit) : from;
    return new RollbackPlan(
        point.map(RestorePoint::id),
        point.map(RestorePoint::createdAt),
        from,
        to,
        commits(to, from),
        commits(from, to),
        exam.database.map(RecordedDatabases::inWords),
        tables(),
        request.code() ? point.map(this::images).orElse(List.of()) : List.of(),
        findings.warnings(),
        rejected());
  }

  /** Also where the one does not descend from the other. */
  private List<CommitLine> commits(Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty() || !isMoving()) {
      return List.of();
    }
    return findings.deployment().checkout().log(from.get(), to.get(), MOST_COMMITS).stream()
        .map(RollbackOutlook::line)
        .toList();
  }

  /** Whether both ends are known to be in the repository. */
  private boolean isMoving() {
    return findings.isBehind();
  }

  private static CommitLine line(Checkout.CommitSummary commit) {
    return new CommitLine(commit.commit(), commit.author(), commit.when(), commit.subject());
  }

  private List<TableRows> tables() {
    if (exam.database.isEmpty() || findings.database.isEmpty()) {
      return List.of();
    }
    findings.progress().report("counting rows");
    Postgres postgres = findings.deployment().postgres(findings.project().orElseThrow());
    Fingerprint now = postgres.fingerprint(findings.database.get().name(), Counts.EXACT);
    Optional<SnapshotTaken> copy = exam.database.get().copy();
    return copy.map(it -> postgres.fingerprint(it.database(), Counts.EXACT))
        .or(() -> exam.point.orElseThrow().fingerprint())
        .map(then -> changes(now, then))
        .orElse(List.of());
  }

  static List<TableRows> changes(Fingerprint now, Fingerprint then) {
    boolean exact = now.counts() == Counts.EXACT && then.counts() == Counts.EXACT;
    Set<String> all = new TreeSet<>(now.tables().keySet());
    all.addAll(then.tables().keySet());
    return all.stream()
        .filter(table -> !Objects.equals(now.tables().get(table), then.tables().get(table)))
        .map(
            table ->
                new TableRows(
                    table,
                    Optional.ofNullable(now.tables().get(table)),
                    Optional.ofNullable(then.tables().get(table)),
                    exact))
        .toList();
  }

  private List<RecordedImage> images(RestorePoint point) {
    return point.images().stream()
        .map(
            image ->
                new RecordedImage(
                    image.service(),
                    image.reference(),
                    image.id(),
                    RollbackExam.isPresent(findings, image)))
        .toList();
  }

  private Optional<FailureReport> rejected() {
    return findings.failed()
        ? Optional.of(
            new FailureReport(
                Phase.PREFLIGHT.label(),
                findings.failure().type().type(),
                findings.failure().getMessage()))
        : Optional.empty();
  }
}

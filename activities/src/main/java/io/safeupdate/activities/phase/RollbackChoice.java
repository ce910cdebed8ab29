package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.RollbackRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the restore point that a person means. */
final class RollbackChoice {
  private static final String CHECK = "restore point";
  private static final int SHOWN = 10;

  private final Findings findings;
  private final RestorePoints points;

  RollbackChoice(Findings findings) {
    this.findings = findings;
    this.points = findings.deployment().restorePoints();
  }

  /** Empty: there is none, and the findings say so. */
  Optional<RestorePoint> choose(RollbackRequest request) {
    return request.restorePoint().isPresent()
        ? named(request.restorePoint().get())
        : latest(request);
  }

  private Optional<RestorePoint> named(String id) {
    Optional<RestorePoint> found = points.ids().contains(id) ? points.find(id) : Optional.empty();
    if (found.isEmpty()) {
      refuse("there is no restore point " + id + "." + list());
    }
    return found;
  }

  /** Updates that failed leave restore points of the commit that runs: those lead nowhere. */
  private Optional<RestorePoint> latest(RollbackRequest request) {
    String head = findings.from().orElseThrow();
    Optional<RestorePoint> found =
        newestFirst().stream()
            .filter(point -> !request.code() || !point.commit().equals(head))
            .findFirst();
    if (found.isEmpty()) {
      refuse(
          "no restore point leads to another commit than "
              + Commits.abbreviated(head)
              + ", which runs."
              + list());
    }
    return found;
  }

  private List<RestorePoint> newestFirst() {
    return points.readable().stream()
        .sorted(Comparator.comparing(RestorePoint::createdAt).reversed())
        .toList();
  }

  private String list() {
    List<RestorePoint> all = newestFirst();
    return all.isEmpty()
        ? " There is none at all."
        : all.stream()
            .limit(SHOWN)
            .map(point -> point.id() + " (" + Commits.abbreviated(point.commit()) + ")")
            .collect(Collectors.joining(", ", " There are: ", "."));
  }

  private void refuse(String message) {
    findings.fail(
        FailureType.PREFLIGHT_FAILED, CHECK, message, "Name one of them: rollback D --to ID.");
  }
}

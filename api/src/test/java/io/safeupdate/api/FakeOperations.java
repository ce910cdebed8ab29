package io.safeupdate.api;

import io.safeupdate.api.view.OperationDetail;
import io.safeupdate.api.view.OperationsView;
import io.safeupdate.api.view.TemporalAwayException;
import io.safeupdate.api.view.UnknownOperationNameException;
import io.safeupdate.workflows.client.OperationSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Operations that a test made up. */
final class FakeOperations implements OperationsView {
  private final List<OperationDetail> known = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();

  FakeOperations reset() {
    known.clear();
    failure = Optional.empty();
    return this;
  }

  FakeOperations with(OperationDetail... operations) {
    known.addAll(List.of(operations));
    return this;
  }

  FakeOperations temporalIsAway() {
    return failing(
        new TemporalAwayException(
            "The Temporal server does not answer (UNAVAILABLE).", new RuntimeException()));
  }

  FakeOperations failing(RuntimeException with) {
    failure = Optional.of(with);
    return this;
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    failIfTold();
    return known.stream()
        .map(OperationDetail::summary)
        .filter(it -> deployment.map(it.operation().deployment()::equals).orElse(true))
        .sorted(Comparator.comparing(OperationSummary::startedAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public OperationDetail find(String id) {
    failIfTold();
    return known.stream()
        .filter(it -> it.summary().operation().id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UnknownOperationNameException("No operation is known by \"" + id + "\"."));
  }

  private void failIfTold() {
    failure.ifPresent(
        it -> {
          throw it;
        });
  }
}

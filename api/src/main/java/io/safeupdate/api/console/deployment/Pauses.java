package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.Plan;
import io.safeupdate.workflows.contract.Strategy;
import java.util.List;
import java.util.Optional;

/** The last updates of a deployment, and what they tell of the next. */
final class Pauses {
  private static final int LAST = 20;
  private static final int LISTED = 60;

  private final Subject subject;

  Pauses(Subject subject) {
    this.subject = subject;
  }

  /** The last updates that are over, newest first. */
  List<OperationDetail> updates() {
    Visit visit = subject.visit();
    return visit.operations().list(Optional.of(subject.name()), LISTED).stream()
        .filter(it -> !it.isOpen() && it.type().equals(OperationType.UPDATE.workflowType()))
        .filter(Pauses::didSomething)
        .limit(LAST)
        .map(it -> visit.closed().find(visit.operations(), it.operation().id()))
        .toList();
  }

  private static boolean didSomething(OperationSummary update) {
    return update
        .outcome()
        .filter(it -> it != Outcome.ALREADY_CURRENT && it != Outcome.REJECTED)
        .isPresent();
  }

  /**
   * How long such an update was without service, in the middle of those that went well; empty when
   * there was none of its kind.
   */
  Optional<String> expected(Plan plan) {
    List<Double> pauses =
        updates().stream()
            .map(OperationDetail::document)
            .filter(it -> it.outcome().filter(Outcome.UPDATED::equals).isPresent())
            .filter(it -> isCalm(it.strategy()) == isCalm(plan.strategy()))
            .map(it -> it.downtimeSeconds())
            .sorted()
            .toList();
    return pauses.isEmpty()
        ? Optional.empty()
        : Optional.of(Words.span(pauses.get(pauses.size() / 2)));
  }

  /** Whether the database is left alone. */
  private static boolean isCalm(Optional<Strategy> strategy) {
    return strategy.filter(Strategy.NONE::equals).isPresent();
  }
}

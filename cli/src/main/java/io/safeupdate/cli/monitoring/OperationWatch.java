package io.safeupdate.cli.monitoring;

import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.UnknownOperationException;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.OperationType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts each operation that ends, once. It looks at what ended rather than at what is open: some
 * operations end within a second. What ended before the first look is not counted.
 */
final class OperationWatch {
  private static final int LATEST = 100;

  private final Source source;
  private final OperationMeters meters;

  /** Those that ended and need no counting any more; empty: there was no look yet. */
  private Optional<Set<String>> settled = Optional.empty();

  OperationWatch(Source source, OperationMeters meters) {
    this.source = source;
    this.meters = meters;
  }

  /** Where operations are seen. Methods throw while Temporal is away. */
  interface Source {
    /** All that are open, and those that ended last. */
    List<OperationSummary> latest(int limit);

    Optional<OperationResult> ending(Operation operation);
  }

  /**
   * Counts what has ended since the last look.
   *
   * @param deployments that are counted
   * @return the operations that are open
   * @throws io.safeupdate.workflows.client.ServerAwayException when Temporal is; what ended is
   *     counted by a later look
   */
  List<OperationSummary> look(Set<String> deployments) {
    List<OperationSummary> ours =
        source.latest(LATEST).stream()
            .filter(it -> deployments.contains(it.operation().deployment()))
            .toList();
    List<OperationSummary> ended = ours.stream().filter(it -> !it.isOpen()).toList();
    settled.ifPresent(
        known -> ended.stream().filter(it -> !known.contains(id(it))).forEach(this::count));
    ended.forEach(this::noteSuccess);
    // No more than the list has: what has left it does not come back.
    settled = Optional.of(ended.stream().map(OperationWatch::id).collect(Collectors.toSet()));
    return ours.stream().filter(OperationSummary::isOpen).toList();
  }

  private void count(OperationSummary summary) {
    OperationType.of(summary.type())
        .ifPresent(
            type ->
                ending(summary.operation())
                    .ifPresent(
                        result -> meters.ended(type, result, summary.endedAt().orElseThrow())));
    settled.orElseThrow().add(id(summary));
  }

  private Optional<OperationResult> ending(Operation operation) {
    try {
      return source.ending(operation);
    } catch (UnknownOperationException forgotten) {
      return Optional.empty();
    }
  }

  private void noteSuccess(OperationSummary summary) {
    OperationType.of(summary.type())
        .ifPresent(
            type ->
                summary
                    .outcome()
                    .ifPresent(
                        outcome ->
                            meters.succeeded(
                                summary.operation().deployment(),
                                type,
                                outcome,
                                summary.endedAt().orElseThrow())));
  }

  private static String id(OperationSummary summary) {
    return summary.operation().id();
  }
}

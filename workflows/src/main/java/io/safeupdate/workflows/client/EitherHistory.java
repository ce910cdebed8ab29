package io.safeupdate.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the index; where the server has none, the listing. */
final class EitherHistory implements History {
  private final History index;
  private final History listing;

  EitherHistory(History index, History listing) {
    this.index = index;
    this.listing = listing;
  }

  @Override
  public List<OperationSummary> list(Wanted wanted) {
    return ask(history -> history.list(wanted));
  }

  @Override
  public Optional<OperationSummary> find(String runId) {
    return ask(history -> history.find(runId));
  }

  private <A> A ask(Function<History, A> question) {
    try {
      return question.apply(index);
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return question.apply(listing);
      }
      throw refused;
    }
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One operation being followed. */
final class Following {
  private final Operations operations;
  private final Pace pace;
  private final Clock clock = Clock.systemUTC();
  private final Operation operation;
  private final Listener listener;
  private final Seen seen;
  private final Absence worker;
  private final Absence server;

  /** How long the history was when a worker last answered; it tells the same until it has grown. */
  private long eventsAnswered = -1;

  private Instant answered = Instant.EPOCH;

  Following(Operations operations, Pace pace, Operation operation, Listener listener) {
    this.operations = operations;
    this.pace = pace;
    this.operation = operation;
    this.listener = listener;
    this.seen = new Seen(listener);
    this.worker = new Absence(clock, pace.tell(), listener::workerAway);
    this.server = new Absence(clock, pace.tell(), listener::serverAway);
  }

  OperationResult run() throws InterruptedException {
    while (true) {
      Optional<OperationResult> result = look();
      if (result.isPresent()) {
        return result.get();
      }
      Thread.sleep(pace.poll().toMillis());
    }
  }

  private Optional<OperationResult> look() {
    Instant asked = clock.instant();
    try {
      OperationState state = operations.describe(operation);
      server.over();
      return state.summary().isOpen() ? ask(state) : Optional.of(end(state));
    } catch (ServerAwayException away) {
      if (server.noticed(asked).compareTo(pace.patience()) > 0) {
        throw away;
      }
      return Optional.empty();
    }
  }

  private OperationResult end(OperationState state) {
    OperationResult result = operations.ending(state).orElseThrow();
    seen.show(result);
    listener.ended(result);
    return result;
  }

  private Optional<OperationResult> ask(OperationState state) {
    Optional<OperationProgress> progress = mayHaveMoved(state) ? progress(state) : Optional.empty();
    progress.ifPresent(seen::show);
    Optional<OperationResult> result = progress.flatMap(Following::attention);
    if (result.isEmpty()) {
      seen.show(state.pendingActivity());
    }
    return result;
  }

  private boolean mayHaveMoved(OperationState state) {
    Duration silence = Duration.between(answered, clock.instant());
    return state.events() != eventsAnswered || silence.compareTo(pace.ask()) >= 0;
  }

  private Optional<OperationProgress> progress(OperationState state) {
    Instant asked = clock.instant();
    Optional<OperationProgress> progress = operations.progress(operation);
    if (progress.isEmpty()) {
      eventsAnswered = -1;
      worker.noticed(asked);
    } else {
      eventsAnswered = state.events();
      answered = clock.instant();
      worker.over();
    }
    return progress;
  }

  /** Waiting with no end in sight is an end to following: a person must act. */
  private static Optional<OperationResult> attention(OperationProgress progress) {
    boolean stuck =
        progress.outcome().equals(Optional.of(Outcome.NEEDS_ATTENTION))
            && progress.waiting().filter(waiting -> waiting.until().isEmpty()).isPresent();
    return stuck ? Optional.of(progress.result(Outcome.NEEDS_ATTENTION)) : Optional.empty();
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Inspection;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One inspection being awaited. */
final class Inspecting {
  private static final Duration WORKER_PATIENCE = Duration.ofSeconds(15);
  private static final Duration SERVER_PATIENCE = Duration.ofMinutes(1);
  private static final long LOOK_SECONDS = 1;

  private final WorkflowStub run;
  private final Supplier<Optional<OperationState>> state;
  private final String host;
  private final Clock clock = Clock.systemUTC();
  private final Instant start = clock.instant();
  private final Absence server = new Absence(clock, SERVER_PATIENCE, silence -> {});

  Inspecting(WorkflowStub run, Supplier<Optional<OperationState>> state, String host) {
    this.run = run;
    this.state = state;
    this.host = host;
  }

  Inspection await(Consumer<String> doing) throws InterruptedException {
    Optional<Inspection> answer = look(doing);
    while (answer.isEmpty()) {
      if (Thread.interrupted()) {
        run.cancel("nobody waits for it any more");
        throw new InterruptedException();
      }
      answer = look(doing);
    }
    return answer.get();
  }

  private Optional<Inspection> look(Consumer<String> doing) {
    Instant asked = clock.instant();
    try {
      Optional<Inspection> answer = answer();
      if (answer.isEmpty()) {
        tell(state.get(), doing);
      }
      server.over();
      return answer;
    } catch (ServerAwayException away) {
      if (server.noticed(asked).compareTo(SERVER_PATIENCE) > 0) {
        throw away;
      }
      return Optional.empty();
    }
  }

  private Optional<Inspection> answer() {
    try {
      return Optional.of(run.getResult(LOOK_SECONDS, TimeUnit.SECONDS, Inspection.class));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (WorkflowFailedException failed) {
      throw translated(failed);
    } catch (WorkflowException refused) {
      throw Calls.isAway(refused) ? Calls.away(refused.getCause()) : refused;
    }
  }

  private void tell(Optional<OperationState> now, Consumer<String> doing) {
    giveUpWhenNotTaken(now);
    now.flatMap(OperationState::pendingActivity).flatMap(PendingActivity::doing).ifPresent(doing);
  }

  /** Nothing is lost by ending what only looks; left open, it would run when nobody cares. */
  private void giveUpWhenNotTaken(Optional<OperationState> now) {
    boolean late = Duration.between(start, clock.instant()).compareTo(WORKER_PATIENCE) > 0;
    if (late && !now.map(OperationState::isTaken).orElse(false)) {
      run.terminate("no worker took it");
      throw new WorkerAwayException(host, WORKER_PATIENCE);
    }
  }

  private static InspectionFailedException translated(WorkflowFailedException failed) {
    return Causes.application(failed)
        .map(
            failure ->
                new InspectionFailedException(failure.getType(), failure.getOriginalMessage()))
        .orElseGet(
            () ->
                new InspectionFailedException(
                    FailureType.INTERNAL.type(), String.valueOf(failed.getCause().getMessage())));
  }
}

package io.safeupdate.cli.session;

import io.safeupdate.cli.stack.Stack;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A server and worker that this process runs for one command. */
final class OwnStack implements TemporalSession.Connection {
  /** A build may take long; whoever cannot wait presses Ctrl-C again. */
  private static final Duration LONGEST_STEP = Duration.ofHours(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Stack stack;
  private final Consumer<String> notices;
  private boolean hurried;

  OwnStack(Stack stack, Consumer<String> notices) {
    this.stack = stack;
    this.notices = notices;
  }

  @Override
  public boolean outlivesUs() {
    return false;
  }

  @Override
  public void hurry() {
    hurried = true;
  }

  @Override
  public void close() {
    try {
      if (!hurried) {
        awaitOthers();
      }
    } catch (InterruptedException e) {
      hurried = true;
    }
    if (hurried) {
      stack.drain(LONGEST_STEP);
    }
    stack.close();
  }

  private void awaitOthers() throws InterruptedException {
    List<OperationSummary> told = List.of();
    for (List<OperationSummary> open = going(); !open.isEmpty(); open = going()) {
      if (told.isEmpty()) {
        told = open;
        notices.accept("Waiting for " + names(open) + " to end first; Ctrl-C leaves it for later.");
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Those that get on by themselves: one that waits for a person may wait for days. */
  private List<OperationSummary> going() {
    return stack.operations().openOperations().stream()
        .filter(it -> it.outcome().filter(Outcome.NEEDS_ATTENTION::equals).isEmpty())
        .toList();
  }

  private static String names(List<OperationSummary> open) {
    return open.stream()
        .map(it -> "operation " + it.operation().id() + " on " + it.operation().deployment())
        .collect(Collectors.joining(", "));
  }
}

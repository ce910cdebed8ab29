package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a follower tells. */
final class Heard implements Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Follows beside the test. */
  void following(Operations operations, Operation operation) {
    Thread thread =
        new Thread(
            () -> {
              try {
                new Follower(operations).follow(operation, this);
              } catch (InterruptedException | RuntimeException failure) {
                lines.add("failed " + failure);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  void await(String line) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lines.contains(line) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(lines).contains(line);
  }

  @Override
  public void phaseChanged(PhaseReport phase) {
    lines.add(text(phase));
  }

  @Override
  public void undoChanged(PhaseReport undo) {
    lines.add("undo " + text(undo));
  }

  @Override
  public void doing(String what) {
    lines.add("doing " + what);
  }

  @Override
  public void waiting(Waiting waiting) {
    lines.add("waiting " + waiting.about() + " " + waiting.reason() + " " + waiting.choices());
  }

  @Override
  public void workerAway(Duration since) {
    lines.add("worker away");
  }

  @Override
  public void serverAway(Duration since) {
    lines.add("server away");
  }

  @Override
  public void ended(OperationResult result) {
    lines.add("ended " + result.outcome());
  }

  private static String text(PhaseReport report) {
    return report.name()
        + " "
        + report.status().label()
        + report.summary().map(summary -> " " + summary).orElse("");
  }
}

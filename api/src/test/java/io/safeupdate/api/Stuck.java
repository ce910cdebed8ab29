package io.safeupdate.api;

import io.safeupdate.api.view.OperationDetail;
import io.safeupdate.api.view.OperationsView;
import io.safeupdate.workflows.client.OperationSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Operations that never answer. */
final class Stuck implements OperationsView {
  private final CountDownLatch asked = new CountDownLatch(1);

  void awaitQuestion() throws InterruptedException {
    asked.await();
  }

  @Override
  public List<OperationSummary> list(Optional<String> deployment, int limit) {
    asked.countDown();
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  @Override
  public OperationDetail find(String idOrDeployment) {
    throw new UnsupportedOperationException();
  }
}

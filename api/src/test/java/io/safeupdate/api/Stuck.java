package io.safeupdate.api;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.host.OperationDetail;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Operations that never answer. */
final class Stuck implements HostOperations {
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

  @Override
  public Optional<OperationSummary> latest(String deployment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationSummary summary(Operation operation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation start(OperationRequest request, Origin origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationRequest request(Operation operation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void cancel(Operation operation, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationProgress decide(Operation operation, Decision decision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Inspection inspect(InspectRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ScheduleStatus> schedules(String deployment) {
    throw new UnsupportedOperationException();
  }
}

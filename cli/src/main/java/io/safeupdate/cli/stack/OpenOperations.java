package io.safeupdate.cli.stack;

import io.safeupdate.cli.follow.OperationLog;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.OperationResult;
import java.util.List;

/** The operations of a host, as Temporal knows them. */
final class OpenOperations implements OperationLog.Source {
  private final Operations operations;

  OpenOperations(Operations operations) {
    this.operations = operations;
  }

  @Override
  public List<OperationSummary> open() {
    return operations.openOperations();
  }

  @Override
  public OperationResult follow(Operation operation, Listener listener)
      throws InterruptedException {
    return new Follower(operations).follow(operation, listener);
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationResult;

/**
 * Follows operations until they end or wait for a person. Goes on through restarts of the worker
 * and of the server, and says when one of them is away.
 */
public final class Follower {
  private final Operations operations;
  private final Pace pace;

  public Follower(Operations operations) {
    this(operations, Pace.USUAL);
  }

  Follower(Operations operations, Pace pace) {
    this.operations = operations;
    this.pace = pace;
  }

  /**
   * Follows an operation; blocks.
   *
   * @return how it ended; with the outcome {@code NEEDS_ATTENTION} it may still be open and wait
   * @throws ServerAwayException when the server has been away for ten minutes; the operation goes
   *     on by itself
   * @throws UnknownOperationException when the server does not know it
   * @throws InterruptedException when the caller is; the operation goes on by itself
   */
  public OperationResult follow(Operation operation, Listener listener)
      throws InterruptedException {
    return new Following(operations, pace, operation, listener).run();
  }
}

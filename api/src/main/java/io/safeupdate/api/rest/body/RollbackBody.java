package io.safeupdate.api.rest.body;

import io.safeupdate.workflows.contract.RollbackRequest;
import java.util.Optional;

/**
 * What a rollback may be told.
 *
 * @param restorePoint its id; absent: the newest that leads to another commit
 * @param codeOnly the database stays as it is
 * @param databaseOnly code and images stay as they are
 * @param force also where code and database do not fit each other afterwards
 */
public record RollbackBody(
    Optional<String> restorePoint,
    Optional<Boolean> codeOnly,
    Optional<Boolean> databaseOnly,
    Optional<Boolean> force)
    implements StartBody {

  @Override
  public RollbackRequest of(String deployment) {
    return new RollbackRequest(deployment, restorePoint, codeOnly, databaseOnly, force);
  }
}

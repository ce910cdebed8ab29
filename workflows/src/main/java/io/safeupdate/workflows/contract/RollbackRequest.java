package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code Rollback}.
 *
 * @param restorePoint the id of one; empty: the newest that leads to another commit
 * @param codeOnly the database stays as it is
 * @param databaseOnly code and images stay as they are
 * @param force also where code and database do not fit each other afterwards
 */
public record RollbackRequest(
    String deployment,
    Optional<String> restorePoint,
    Optional<Boolean> codeOnly,
    Optional<Boolean> databaseOnly,
    Optional<Boolean> force)
    implements OperationRequest {

  /** All of it, back to one restore point or the latest. */
  public static RollbackRequest of(String deployment, Optional<String> restorePoint) {
    return new RollbackRequest(
        deployment, restorePoint, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether code, images and env file go back. */
  public boolean code() {
    return !databaseOnly.orElse(false);
  }

  /** Whether the database goes back, where there is one. */
  public boolean database() {
    return !codeOnly.orElse(false);
  }

  /** Whether a pair that does not fit is taken all the same. */
  public boolean forced() {
    return force.orElse(false);
  }

  @Override
  public OperationType operationType() {
    return OperationType.ROLLBACK;
  }

  @Override
  public String inWords() {
    String what = !database() ? "the code of " : !code() ? "the database of " : "";
    String where = restorePoint.map(id -> "restore point " + id).orElse("its latest restore point");
    return "Roll " + what + deployment + " back to " + where;
  }

  @Override
  public Optional<String> defect() {
    if (!code() && !database()) {
      return Optional.of("\"codeOnly\" and \"databaseOnly\" exclude each other.");
    }
    return restorePoint
        .filter(id -> !FileName.isUsable(id))
        .map(
            id ->
                "\"restorePoint\" is no id of one: give it as `restore-points` lists it, or not at"
                    + " all.");
  }
}

package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code CopyDatabase}. It is an operation of the deployment that it goes to.
 *
 * @param from the deployment whose database is copied
 * @param to the deployment whose database is replaced; its configuration must allow it
 * @param backup the name of a file in the backup directory of {@code from}; empty: a fresh backup
 *     is made
 */
public record CopyRequest(String from, String to, Optional<String> backup)
    implements OperationRequest {

  @Override
  public String deployment() {
    return to;
  }

  @Override
  public OperationType operationType() {
    return OperationType.COPY;
  }

  @Override
  public String inWords() {
    return "Copy the database of " + from + " to " + to;
  }

  @Override
  public Optional<String> defect() {
    if (from == null) {
      return Optional.of("the input names no deployment to copy from.");
    }
    if (from.equals(to)) {
      return Optional.of("\"from\" and \"to\" are the same deployment.");
    }
    return backup.flatMap(name -> FileName.defect("backup", name));
  }

  /** The same copy, of this backup. */
  public CopyRequest of(String name) {
    return new CopyRequest(from, to, Optional.of(name));
  }
}

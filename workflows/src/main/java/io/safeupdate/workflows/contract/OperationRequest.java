package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * What somebody asks to be done with a deployment: the one JSON object that a workflow takes. It
 * only names things that the host's configuration defines.
 */
public interface OperationRequest {

  /** A name from the configuration. */
  String deployment();

  /** Which workflow takes it. */
  OperationType operationType();

  /** What is to be done, for people, such as {@code Update production to v2}. */
  String inWords();

  /** What cannot be right about it, in words, its deployment apart; anybody may have typed it. */
  default Optional<String> defect() {
    return Optional.empty();
  }
}

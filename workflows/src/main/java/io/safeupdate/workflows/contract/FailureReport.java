package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * Why an operation did not do what it was asked.
 *
 * @param phase the failing phase
 * @param type a {@link FailureType#type()}
 * @param message what, where and what now
 * @param logs the folder on the host that shows how things were when it failed; empty: none was
 *     kept
 */
public record FailureReport(String phase, String type, String message, Optional<String> logs) {

  public FailureReport(String phase, String type, String message) {
    this(phase, type, message, Optional.empty());
  }

  public FailureReport withLogs(String folder) {
    return new FailureReport(phase, type, message, Optional.of(folder));
  }
}

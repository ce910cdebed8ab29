package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.output.Trouble;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.text.FailureLogsText;
import io.safeupdate.worker.KeptFailure;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what a failure looked like from the state directory of this host. */
final class FailureLogs {
  private final Session session;
  private final Path stateDirectory;

  FailureLogs(Session session, Path stateDirectory) {
    this.session = session;
    this.stateDirectory = stateDirectory;
  }

  /**
   * @throws Refusal {@code NoLogs} when there is nothing to show, saying why
   */
  Answer of(Operation operation) {
    KeptFailure kept =
        KeptFailure.latest(stateDirectory, operation.deployment(), operation.id())
            .orElseThrow(() -> none(operation));
    return Answer.done(
        new Document(
            operation.id(), operation.deployment(), kept.folder().toString(), kept.files()),
        new FailureLogsText(kept));
  }

  private Refusal none(Operation operation) {
    Optional<FailureReport> failure = failure(operation);
    Optional<String> folder = failure.flatMap(FailureReport::logs);
    if (folder.isPresent()) {
      return refusal(
          "What the failure of operation %s looked like was kept in %s, which is not there."
              .formatted(operation.id(), folder.get()),
          "look on the host that ran it, with its configuration; there too it goes with old restore points");
    }
    return refusal(
        "Operation %s has no logs: %s."
            .formatted(
                operation.id(),
                failure
                    .map(it -> "nothing was kept when it failed in " + it.phase())
                    .orElse("nothing of it failed")),
        "safe-update show " + operation.id() + " says what it did");
  }

  private Optional<FailureReport> failure(Operation operation) {
    return session
        .ending(operation)
        .map(OperationResult::failure)
        .orElseGet(() -> session.progress(operation).flatMap(OperationProgress::failure));
  }

  private static Refusal refusal(String message, String remedy) {
    return new Refusal(new Trouble("NoLogs", message, remedy, ExitCode.FAILED));
  }

  private record Document(
      String operation, String deployment, String folder, List<KeptFailure.File> files) {}
}

package io.safeupdate.cli.command;

import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.PolicyOverrides;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.RestoreMode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What one update does differently from the configuration. */
final class PolicyOptions {
  @Option(
      names = "--on-failure",
      paramLabel = "rollback|hold",
      description = "hold: ask a person first when a phase fails; a timer rolls back.",
      converter = Words.OnFailureWord.class)
  private OnFailure onFailure;

  @Option(
      names = "--restore-mode",
      paramLabel = "auto|snapshot|swap|command",
      description = "How the database would come back.",
      converter = Words.RestoreModeWord.class)
  private RestoreMode restoreMode;

  @Option(
      names = "--restart",
      paramLabel = "changed|all",
      description = "What is recreated: what changed, or everything.",
      converter = Words.RestartModeWord.class)
  private RestartMode restart;

  @Option(
      names = "--no-trial",
      description = "Do not start the new version beside the running one first.")
  private boolean noTrial;

  /** Empty when nothing differs. */
  Optional<PolicyOverrides> overrides() {
    PolicyOverrides overrides =
        new PolicyOverrides(
            Optional.ofNullable(onFailure),
            Optional.ofNullable(restoreMode),
            Optional.ofNullable(restart),
            noTrial ? Optional.of(false) : Optional.empty());
    return Optional.of(overrides).filter(it -> !it.equals(PolicyOverrides.NONE));
  }
}

package io.safeupdate.cli.output;

import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;

/** What the command's exit codes mean. Scripts rely on them: they never change. */
public enum ExitCode {
  DONE(0),
  /** Whatever has no code of its own. */
  FAILED(1),
  /** The command line or the configuration makes no sense. */
  USAGE(2),
  ROLLED_BACK(10),
  CANCELLED(11),
  NEEDS_ATTENTION(20),
  REJECTED(30),
  /** Another operation on the deployment is open. */
  BUSY(40),
  /** Ctrl-C, as shells have it. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** How a command ends whose operation ended so. */
  public static ExitCode of(OperationResult result) {
    boolean isBusy =
        result
            .failure()
            .map(FailureReport::type)
            .filter(FailureType.DEPLOYMENT_BUSY.type()::equals)
            .isPresent();
    return result.outcome() == Outcome.REJECTED && isBusy ? BUSY : of(result.outcome());
  }

  public static ExitCode of(Outcome outcome) {
    return switch (outcome) {
      case UPDATED, ALREADY_CURRENT, DONE -> DONE;
      case ROLLED_BACK -> ROLLED_BACK;
      case CANCELLED -> CANCELLED;
      case NEEDS_ATTENTION -> NEEDS_ATTENTION;
      case REJECTED -> REJECTED;
    };
  }
}

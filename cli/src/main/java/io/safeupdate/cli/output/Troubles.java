package io.safeupdate.cli.output;

import io.safeupdate.api.ApiServerException;
import io.safeupdate.api.access.token.TokenException;
import io.safeupdate.config.ConfigException;
import io.safeupdate.config.Problem;
import io.safeupdate.config.UnknownDeploymentException;
import io.safeupdate.worker.temporal.AlreadyUpException;
import io.safeupdate.worker.temporal.TemporalUnavailableException;
import io.safeupdate.workflows.client.DecisionRefusedException;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.InspectionFailedException;
import io.safeupdate.workflows.client.OperationEndedException;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.client.UnknownOperationException;
import io.safeupdate.workflows.client.WorkerAwayException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What exceptions mean to an operator: the one place that gives them words and exit codes. */
public final class Troubles {
  private Troubles() {}

  public static Trouble of(Exception exception) {
    if (exception instanceof Refusal refusal) {
      return refusal.trouble();
    }
    if (exception instanceof ConfigException config) {
      return config(config);
    }
    if (exception instanceof DeploymentBusyException busy) {
      return busy(busy);
    }
    if (exception instanceof TokenException token) {
      return new Trouble("TokenRefused", token.getMessage(), token.remedy(), ExitCode.USAGE);
    }
    return named(exception).orElseGet(() -> unexpected(exception));
  }

  private static Trouble config(ConfigException exception) {
    String remedy =
        exception.problems().stream()
            .map(Problem::remedy)
            .distinct()
            .collect(Collectors.joining("; "));
    // The message has each remedy beside its problem; scripts get them apart.
    return new Trouble("ConfigInvalid", exception.getMessage(), remedy, ExitCode.USAGE);
  }

  private static Trouble busy(DeploymentBusyException exception) {
    String open = exception.open().operation().id();
    return new Trouble(
        "DeploymentBusy",
        exception.getMessage(),
        Optional.of("wait for it: safe-update show " + open + " --follow"),
        Optional.of(open),
        ExitCode.BUSY);
  }

  /** Exceptions whose messages are written for operators. */
  private static Optional<Trouble> named(Exception exception) {
    if (exception instanceof UnknownDeploymentException) {
      return plain("UnknownDeployment", exception, ExitCode.USAGE);
    }
    if (exception instanceof UnknownOperationException) {
      return plain("UnknownOperation", exception, ExitCode.USAGE);
    }
    if (exception instanceof DecisionRefusedException) {
      return plain("DecisionRefused", exception, ExitCode.FAILED);
    }
    if (exception instanceof OperationEndedException) {
      return plain("OperationEnded", exception, ExitCode.FAILED);
    }
    if (exception instanceof InspectionFailedException failed) {
      return plain(failed.type(), exception, ExitCode.FAILED);
    }
    return away(exception);
  }

  private static Optional<Trouble> away(Exception exception) {
    if (exception instanceof AlreadyUpException) {
      return plain("AlreadyUp", exception, ExitCode.FAILED);
    }
    if (exception instanceof ServerAwayException
        || exception instanceof TemporalUnavailableException) {
      return plain("TemporalUnavailable", exception, ExitCode.FAILED);
    }
    if (exception instanceof ApiServerException) {
      return plain("ConsoleUnavailable", exception, ExitCode.FAILED);
    }
    if (exception instanceof WorkerAwayException) {
      return plain("WorkerUnavailable", exception, ExitCode.FAILED);
    }
    if (exception instanceof InterruptedException) {
      return Optional.of(
          new Trouble(
              "Interrupted",
              "Interrupted.",
              Optional.empty(),
              Optional.empty(),
              ExitCode.INTERRUPTED));
    }
    return Optional.empty();
  }

  private static Optional<Trouble> plain(String type, Exception exception, ExitCode exitCode) {
    return Optional.of(
        new Trouble(type, exception.getMessage(), Optional.empty(), Optional.empty(), exitCode));
  }

  private static Trouble unexpected(Exception exception) {
    String what = Optional.ofNullable(exception.getMessage()).orElse("no message");
    return new Trouble(
        Trouble.UNEXPECTED,
        exception.getClass().getSimpleName() + ": " + what,
        "this is a defect of Safe Update: report it with the log in the state directory",
        ExitCode.FAILED);
  }
}

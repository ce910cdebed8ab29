package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programs of PostgreSQL say on stderr, as failures of ours. */
final class ServerFailure {
  /** psql at {@code VERBOSITY=verbose}; the severity's word may be in any language. */
  private static final Pattern ERROR =
      Pattern.compile("^(?:psql:.*?:(\\d+): )?\\S+: +([0-9A-Z]{5}): (.*)$", Pattern.MULTILINE);

  private static final String FULL = "53100";
  private static final String IN_USE = "55006";
  private static final String CANCELED = "57014";

  private static final int NO_CONNECTION = 2;
  private static final int FAILED_STATEMENT = 3;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private ServerFailure() {}

  static StepFailure of(ExecResult result) {
    if (noSpace(result)) {
      return new StepFailure(
          FailureType.DISK_FULL,
          "There is no room left where the database server keeps its data: "
              + firstLine(result)
              + ". Free some (`docker system df` shows what takes it), then retry.");
    }
    if (result.exitCode() == NO_CONNECTION) {
      return unreachable(firstLine(result));
    }
    if (result.exitCode() == NOT_FOUND || result.exitCode() == NOT_EXECUTABLE) {
      return new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The container lacks PostgreSQL's programs or a shell ("
              + firstLine(result)
              + "). See that `database.service` names the PostgreSQL service.");
    }
    return new StepFailure(
        sqlState(result).filter(CANCELED::equals).isPresent()
            ? FailureType.TIMED_OUT
            : FailureType.DATABASE_FAILED,
        "The database server refused: " + message(result) + ".");
  }

  /** The container itself does not run. */
  static StepFailure stopped(StepFailure cause) {
    return new StepFailure(
        FailureType.DATABASE_FAILED,
        "The database cannot be reached, its container does not run: "
            + cause.getMessage()
            + " Start the database service, wait until it is healthy, then retry.",
        cause);
  }

  static boolean noSpace(ExecResult result) {
    return result.stderr().contains("No space left on device")
        || sqlState(result).filter(FULL::equals).isPresent();
  }

  /** Whether a statement failed, as opposed to the connection or the disk. */
  static boolean inSql(ExecResult result) {
    return result.exitCode() == FAILED_STATEMENT && !noSpace(result);
  }

  /** Whether a database could not be copied, renamed or dropped for a session in it. */
  static boolean inUse(ExecResult result) {
    return sqlState(result).filter(IN_USE::equals).isPresent();
  }

  /** The five characters of the first error. */
  private static Optional<String> sqlState(ExecResult result) {
    Matcher error = ERROR.matcher(result.stderr());
    return error.find() ? Optional.of(error.group(2)) : Optional.empty();
  }

  /**
   * The first error's line, without what PostgreSQL adds in lines below it: those may quote rows of
   * the application.
   */
  static String message(ExecResult result) {
    Matcher error = ERROR.matcher(result.stderr());
    return error.find() ? error.group(3) : firstLine(result);
  }

  static String firstLine(ExecResult result) {
    return result
        .stderr()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("exit code " + result.exitCode());
  }

  private static StepFailure unreachable(String reason) {
    return new StepFailure(
        FailureType.DATABASE_FAILED,
        "The database server does not answer ("
            + reason
            + "). Start the database service, wait until it is healthy, then retry.");
  }
}

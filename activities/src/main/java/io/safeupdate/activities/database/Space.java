package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Room on the container's file systems, as {@code df} sees it. */
final class Space {
  /** Blocks of 1024 bytes in all, used, available, then the share in use. */
  private static final Pattern LINE = Pattern.compile("\\s\\d+\\s+\\d+\\s+(\\d+)\\s+(\\d+%|-)\\s");

  private static final Script OF_PATH = new Script("df -P -k -- \"$SU_PATH\"\n");

  private static final Script NEAR =
      new Script(
          """
          while [ ! -e "$SU_PATH" ]; do SU_PATH=$(dirname -- "$SU_PATH"); done
          stat -c %d -- "$SU_PATH" || echo unknown
          df -P -k -- "$SU_PATH"
          """);

  private static final Script OF_DATA =
      new Script(
          """
          session
          maintenance
          # Not everybody may ask; the image's own variable is mostly right.
          data=$(psql -X -q -A -t -c 'SHOW data_directory') || data=$PGDATA
          df -P -k -- "$data"
          """);

  private final Psql psql;

  Space(Psql psql) {
    this.psql = psql;
  }

  long at(String path) {
    return free(ask(OF_PATH, path));
  }

  Room near(String path) {
    ExecResult result = ask(NEAR, path);
    boolean onVolume = !result.stdout().stripTrailing().endsWith(" /");
    return new Room(free(result), device(result), onVolume);
  }

  private ExecResult ask(Script script, String path) {
    ExecResult result = psql.run(script, Map.of("SU_PATH", path), Limits.QUESTION);
    if (!result.succeeded()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "The room at %s in the database container is not known: %s."
              .formatted(path, ServerFailure.firstLine(result)));
    }
    return result;
  }

  long ofData() {
    ExecResult result = psql.run(OF_DATA, Map.of(), Limits.QUESTION);
    if (!result.succeeded()) {
      throw ServerFailure.of(result);
    }
    return free(result);
  }

  private static OptionalLong device(ExecResult result) {
    String first = result.stdout().lines().findFirst().orElse("").strip();
    return first.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(first))
        : OptionalLong.empty();
  }

  private static long free(ExecResult result) {
    Matcher line = LINE.matcher(result.stdout());
    if (!line.find()) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "`df` in the database container says nothing known: " + result.stdout().strip());
    }
    return Long.parseLong(line.group(1)) * 1024;
  }
}

package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A directory in the database container, and scripts that work there. */
final class Directory {
  private final Psql psql;
  private final String path;

  Directory(Psql psql, String path) {
    if (!path.startsWith("/")) {
      throw new StepFailure(
          FailureType.CONFIG_INVALID,
          "`database.directory` must be an absolute path in the container, not " + path + ".");
    }
    this.psql = psql;
    this.path = path;
  }

  String path() {
    return path;
  }

  /** Runs a script on a file; what the script's own exit codes mean is thrown. */
  ExecResult onFile(String name, Script script, Duration limit) {
    return onFile(name, Map.of(), script, limit);
  }

  ExecResult onFile(String name, Map<String, String> more, Script script, Duration limit) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SU_NAME", FileNames.required(name));
    ExecResult result = run(environment, script, limit);
    if (result.exitCode() == FileScripts.NO_FILE) {
      throw missing("There is no backup %s in %s of the database container.".formatted(name, path));
    }
    return result;
  }

  ExecResult run(Map<String, String> more, Script script, Duration limit) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SU_DIR", path);
    ExecResult result = psql.run(script, environment, limit);
    if (result.exitCode() == FileScripts.NO_DIRECTORY) {
      throw missing(
          "There is no directory %s in the database container: see `database.directory`."
              .formatted(path));
    }
    return result;
  }

  private static StepFailure missing(String message) {
    return new StepFailure(FailureType.PRECONDITION_FAILED, message);
  }
}

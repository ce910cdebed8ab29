package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shell in a container, by the command line of Docker. */
record DockerShell(String container) implements Shell {

  @Override
  public ExecResult run(List<String> argv, Map<String, String> environment, Duration limit) {
    List<String> command = new ArrayList<>(List.of("docker", "exec"));
    environment.keySet().forEach(name -> command.addAll(List.of("-e", name)));
    command.add(container);
    command.addAll(argv);
    ExecResult result = Command.run(command, environment, limit);
    if (result.stderr().contains("is not running") || result.stderr().contains("No such contain")) {
      throw new StepFailure(FailureType.PRECONDITION_FAILED, result.stderr().strip());
    }
    return result;
  }
}

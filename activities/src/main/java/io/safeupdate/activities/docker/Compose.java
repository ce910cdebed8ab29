package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The Compose CLI v2. Every call starts with a clean environment and names the project completely.
 * Failures are {@code StepFailure}s whose message ends with the last lines Compose printed, secrets
 * masked. No call can delete a volume.
 */
public interface Compose {

  /** Compose's version, such as {@code 2.26.1}; {@code EngineIncompatible} when there is none. */
  String version();

  /**
   * The resolved model. A variable that is used but not set counts as an error.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code ConfigInvalid}, naming the file,
   *     the variable or the key
   */
  ComposeModel config(ComposeProject project);

  /**
   * Builds the images of a model that {@link ComposeModel#buildFile} derived, given to Compose on
   * standard input. Reports each build step. Safe to repeat. Cancel kills the process tree.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code BuildFailed} with the last lines of
   *     the failing step
   */
  void build(ComposeProject project, String buildFile, Progress progress);

  /**
   * Starts a detached, named one-off container of a service without its dependencies. The container
   * is not removed when it ends: its exit code and logs stay with the engine.
   *
   * @param oneOff what to run
   * @return the container's id; that of the existing container when one of that name is there
   */
  String startOneOff(ComposeProject project, OneOff oneOff);

  /**
   * Creates and starts what the compose files say, detached, building nothing, pulling nothing that
   * is present. Declarative: repeat until the engine's state matches.
   *
   * @param services only these (without their dependencies); empty: all
   */
  void up(ComposeProject project, Collection<String> services, Progress progress);

  /** Stops and removes the project's containers and networks; volumes stay. */
  void down(ComposeProject project, Duration grace, Progress progress);

  /**
   * A one-off container.
   *
   * @param name the container's name: the mutex against running it twice
   * @param service whose environment, volumes and networks it gets
   * @param model a model derived by {@link ComposeModel#oneOffFile}, given on standard input
   * @param publish {@code docker run -p} arguments, such as {@code 127.0.0.1::8000}
   * @param labels extra labels
   * @param command replaces the service's command; empty: the service's own
   */
  record OneOff(
      String name,
      String service,
      String model,
      List<String> publish,
      java.util.Map<String, String> labels,
      List<String> command) {
    public OneOff {
      publish = List.copyOf(publish);
      labels = java.util.Map.copyOf(labels);
      command = List.copyOf(command);
    }
  }
}

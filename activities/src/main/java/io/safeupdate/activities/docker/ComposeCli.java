package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Command;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.process.SecretMask;
import io.safeupdate.activities.process.Watcher;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Compose} by the {@code docker compose} command. */
public final class ComposeCli implements Compose {
  private final ProcessRunner runner;
  private final OneOffs oneOffs;

  ComposeCli(ProcessRunner runner, OneOffs oneOffs) {
    this.runner = runner;
    this.oneOffs = oneOffs;
  }

  /** Runs {@code docker compose} against the engine that the given port asks. */
  public static ComposeCli beside(Engine engine, ProcessRunner runner) {
    return new ComposeCli(runner, new OneOffs(engine::container, engine::start));
  }

  @Override
  public String version() {
    return ComposeVersion.of(runner.run(ComposeCommand.version()));
  }

  @Override
  public ComposeModel config(ComposeProject project) {
    requireEnvFile(project);
    Command command = ComposeCommand.onFilesOf(project).config();
    CompletedProcess ended = runner.run(command.masking(maskOf(project)));
    requireSetVariables(project, ended);
    if (!ended.succeeded()) {
      throw CliFailure.of(
          FailureType.CONFIG_INVALID, "Compose does not accept " + in(project), ended);
    }
    return JsonComposeModel.parse(ended.stdout());
  }

  @Override
  public void build(ComposeProject project, String buildFile, Progress progress) {
    Command command = ComposeCommand.onStdinOf(project).build().withStdin(buildFile);
    BuildLog log = new BuildLog(progress);
    CompletedProcess ended = runner.run(command.masking(maskOf(project, buildFile)), log);
    if (!ended.succeeded()) {
      throw log.failure(ended);
    }
  }

  @Override
  public String startOneOff(ComposeProject project, OneOff oneOff) {
    Command command = ComposeCommand.onStdinOf(project).run(oneOff).withStdin(oneOff.model());
    CompletedProcess ended = runner.run(command.masking(maskOf(project, oneOff.model())));
    return oneOffs.started(oneOff, ended);
  }

  @Override
  public void up(ComposeProject project, Collection<String> services, Progress progress) {
    Command command = ComposeCommand.onFilesOf(project).up(services);
    CompletedProcess ended =
        runner.run(command.masking(maskOf(project)), Watcher.reporting(progress));
    if (!ended.succeeded()) {
      throw CliFailure.of(FailureType.UNHEALTHY, "Compose could not start " + in(project), ended);
    }
  }

  @Override
  public void down(ComposeProject project, Duration grace, Progress progress) {
    Command command = ComposeCommand.onFilesOf(project).down(grace);
    CompletedProcess ended =
        runner.run(command.masking(maskOf(project)), Watcher.reporting(progress));
    if (!ended.succeeded()) {
      throw CliFailure.of(
          FailureType.PRECONDITION_FAILED, "Compose could not take down " + in(project), ended);
    }
  }

  private static void requireEnvFile(ComposeProject project) {
    Optional<Path> missing = project.envFile().filter(file -> !Files.isRegularFile(file));
    missing.ifPresent(
        file -> {
          throw new StepFailure(
              FailureType.CONFIG_INVALID,
              "The env file %s is not there. Create it, or correct `envFile` in the configuration."
                  .formatted(file));
        });
  }

  private static void requireSetVariables(ComposeProject project, CompletedProcess ended) {
    List<String> unset = UnsetVariables.named(ended.stderr());
    if (unset.isEmpty()) {
      return;
    }
    throw new StepFailure(
        FailureType.CONFIG_INVALID,
        "Variables that are not set are used by %s: %s. Set them in %s; a dollar sign that means itself is written $$ in a compose file, and stands between single quotes in an env file."
            .formatted(
                in(project),
                String.join(", ", unset),
                project.envFile().map(Path::toString).orElse("its env file")));
  }

  private static SecretMask maskOf(ComposeProject project) {
    Path file = project.envFile().orElse(project.directory().resolve(".env"));
    return SecretMask.ofEnvFile(file);
  }

  private static SecretMask maskOf(ComposeProject project, String model) {
    return maskOf(project).and(JsonComposeModel.parse(model).secrets());
  }

  private static String in(ComposeProject project) {
    List<String> names =
        project.files().stream().map(Path::getFileName).map(Path::toString).toList();
    return String.join(" + ", names) + " in " + project.directory();
  }
}

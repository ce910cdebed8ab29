package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Colours;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What is said with a container: its logs, and programs run in it. */
final class ContainerTalk {
  private static final int LONGEST_STREAM = 64 << 10;
  private static final int LONGEST_LOG = 256 << 10;
  private static final Duration LOG_LIMIT = Duration.ofMinutes(1);

  /** Beyond the limit of the program itself: for the questions before and after it. */
  private static final Duration OVERHEAD = Duration.ofMinutes(1);

  private static final int EXIT_CODE_LOOKS = 10;
  private static final Duration EXIT_CODE_PAUSE = Duration.ofMillis(50);

  private final EngineConnection engine;

  ContainerTalk(EngineConnection engine) {
    this.engine = engine;
  }

  String logs(String containerId, int lines) {
    ByteTail both = new ByteTail(LONGEST_LOG);
    engine.ask(
        "Reading the logs of container " + containerId,
        LOG_LIMIT.plus(OVERHEAD),
        client ->
            stream(
                new FrameSink(both, both),
                LOG_LIMIT,
                sink ->
                    client
                        .logContainerCmd(containerId)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withTail(lines)
                        .exec(sink)));
    return Colours.strip(both.wholeLines());
  }

  Engine.ExecResult exec(
      String containerId, List<String> argv, Map<String, String> environment, Duration limit) {
    String what = "Running %s in container %s".formatted(argv.get(0), containerId);
    return engine
        .ask(
            what,
            limit.plus(OVERHEAD),
            client -> run(client, create(client, containerId, argv, environment), limit))
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.TIMED_OUT,
                    "%s took longer than %d s. The program may still run there."
                        .formatted(what, limit.toSeconds())));
  }

  private static String create(
      DockerClient client, String containerId, List<String> argv, Map<String, String> environment) {
    return client
        .execCreateCmd(containerId)
        .withCmd(argv.toArray(String[]::new))
        .withEnv(environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
        .withAttachStdout(true)
        .withAttachStderr(true)
        .exec()
        .getId();
  }

  /** Nothing when it did not end within the limit: the engine cannot stop a program. */
  private static Optional<Engine.ExecResult> run(DockerClient client, String exec, Duration limit) {
    ByteTail stdout = new ByteTail(LONGEST_STREAM);
    ByteTail stderr = new ByteTail(LONGEST_STREAM);
    FrameSink sink = new FrameSink(stdout, stderr);
    if (!stream(sink, limit, output -> client.execStartCmd(exec).exec(output))) {
      return Optional.empty();
    }
    return exitCode(client, exec)
        .map(code -> new Engine.ExecResult(code.intValue(), stdout.text(), stderr.text()));
  }

  /** The engine may close the stream a moment before it knows the exit code. */
  private static Optional<Long> exitCode(DockerClient client, String exec) {
    Optional<Long> code = Optional.empty();
    for (int look = 0; look < EXIT_CODE_LOOKS && code.isEmpty(); look++) {
      LockSupport.parkNanos(look * EXIT_CODE_PAUSE.toNanos());
      code = Optional.ofNullable(client.inspectExecCmd(exec).exec().getExitCodeLong());
    }
    return code;
  }

  /** Whether the stream came to its end within the limit. */
  private static boolean stream(
      FrameSink sink, Duration limit, Consumer<ResultCallback<Frame>> start) {
    try {
      start.accept(sink);
      return sink.awaitEnd(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped reading from a container");
    } catch (ExecutionException | IOException e) {
      throw new IllegalStateException("The stream from a container broke off", e);
    }
  }
}

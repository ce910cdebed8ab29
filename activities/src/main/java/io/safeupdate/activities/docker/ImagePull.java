package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Command;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.process.Watcher;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Pulls by the {@code docker} command: it alone has the operator's credential helpers. */
final class ImagePull {
  private static final Duration LIMIT = Duration.ofHours(2);

  private static final Pattern REFUSED =
      Pattern.compile(
          "manifest unknown|not found|no matching manifest|access denied|unauthorized|forbidden"
              + "|x509|invalid reference|HTTP response to HTTPS",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AWAY =
      Pattern.compile(
          "timeout|timed out|no such host|connection refused|connection reset|deadline exceeded"
              + "|network is unreachable|server misbehaving|unexpected EOF|: EOF|toomanyrequests"
              + "|too many requests|received unexpected HTTP status: 5|50[0234] ",
          Pattern.CASE_INSENSITIVE);

  private final ProcessRunner runner;

  ImagePull(ProcessRunner runner) {
    this.runner = runner;
  }

  void pull(String reference, Progress progress) {
    CompletedProcess ended = runner.run(command(reference), Watcher.reporting(progress));
    if (!ended.succeeded()) {
      throw failure(reference, ended);
    }
  }

  static Command command(String reference) {
    return Command.of(Path.of("/"), "docker", "pull", reference).within(LIMIT);
  }

  static StepFailure failure(String reference, CompletedProcess ended) {
    boolean refused = REFUSED.matcher(ended.stderr()).find();
    boolean away = AWAY.matcher(ended.stderr()).find();
    FailureType type = !refused && away ? FailureType.REMOTE_UNAVAILABLE : FailureType.PULL_FAILED;
    return CliFailure.of(type, "The image " + reference + " could not be pulled", ended);
  }
}

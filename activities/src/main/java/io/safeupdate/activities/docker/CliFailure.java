package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a failed {@code docker} command means. Exit codes tell nothing (most failures are 1, and
 * they differ between versions), so what it printed decides.
 */
final class CliFailure {
  private static final int LINES_TOLD = 15;

  private CliFailure() {}

  /**
   * @param otherwise the type when it is nothing that can happen to any command
   * @param what what could not be done, without a final stop
   */
  static StepFailure of(FailureType otherwise, String what, CompletedProcess ended) {
    FailureType type = anywhere(ended.stderr()).orElse(otherwise);
    return new StepFailure(type, what + ":\n" + ended.lastLines(LINES_TOLD));
  }

  /** The type of a failure that can happen to any command. */
  static Optional<FailureType> anywhere(String stderr) {
    return Stream.of(Symptom.values())
        .filter(symptom -> symptom.text.matcher(stderr).find())
        .map(symptom -> symptom.type)
        .findFirst();
  }

  private enum Symptom {
    NO_SPACE("no space left on device|disk quota exceeded", FailureType.DISK_FULL),
    NOT_ALLOWED(
        "permission denied while trying to connect to the docker", FailureType.PRECONDITION_FAILED),
    WRONG_VERSION("client version \\S+ is too (old|new)", FailureType.ENGINE_INCOMPATIBLE),
    NO_ENGINE(
        "cannot connect to the docker daemon|is the docker daemon running|error during connect"
            + "|failed to connect to the docker api",
        FailureType.ENGINE_UNAVAILABLE);

    private final Pattern text;
    private final FailureType type;

    Symptom(String text, FailureType type) {
      this.text = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      this.type = type;
    }
  }
}

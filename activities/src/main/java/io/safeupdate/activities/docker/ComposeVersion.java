package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.workflows.contract.FailureType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docker compose version --short} answers, judged. */
final class ComposeVersion {
  /** The first with a global {@code --progress}. */
  private static final String OLDEST = "2.20";

  private static final Pattern VERSION =
      Pattern.compile("v?((\\d+)\\.(\\d+)(?:\\.\\d+)?).*", Pattern.DOTALL);

  private ComposeVersion() {}

  static String of(CompletedProcess answer) {
    Matcher version = VERSION.matcher(answer.stdout().strip());
    if (!answer.succeeded() || !version.matches()) {
      throw incompatible("`docker compose` does not work here: " + answer.lastLines(3));
    }
    int major = Integer.parseInt(version.group(2));
    int minor = Integer.parseInt(version.group(3));
    if (major < 2 || (major == 2 && minor < 20)) {
      throw incompatible("Docker Compose " + version.group(1) + " is too old.");
    }
    return version.group(1);
  }

  private static StepFailure incompatible(String what) {
    return new StepFailure(
        FailureType.ENGINE_INCOMPATIBLE,
        what
            + " Install the Compose plugin, version "
            + OLDEST
            + " or later (package docker-compose-plugin of Docker, or docker-compose of the distribution).");
  }
}

package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs {@link SwapScripts} in a workbench. */
record WorkbenchShell(Engine engine, String container, MediaPlace place, Own own) {
  /** Renaming takes no time; what the disk still has to write may. */
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /** The media directory, as the workbench sees it. */
  String media() {
    return place.benchPath();
  }

  /** What a script answered; empty when it ended with a code that is an answer too. */
  Optional<ExecResult> run(String script, int other) {
    ExecResult result = run(script);
    return result.exitCode() == other ? Optional.empty() : Optional.of(succeeded(result));
  }

  ExecResult must(String script) {
    return succeeded(run(script));
  }

  private ExecResult run(String script) {
    Map<String, String> names =
        Map.of(
            "SU_MEDIA", media(),
            "SU_ROOT", place.root(),
            "SU_NEW", own.restore(),
            "SU_OLD", own.replaced(),
            "SU_ABANDONED", own.abandoned());
    return engine.exec(container, List.of("sh", "-c", script), names, LIMIT);
  }

  private ExecResult succeeded(ExecResult result) {
    if (result.succeeded()) {
      return result;
    }
    String last = (result.stdout() + result.stderr()).strip().lines().reduce("", (a, b) -> b);
    String why =
        switch (result.exitCode()) {
          case SwapScripts.NOTHING_UNPACKED -> "nothing is unpacked there";
          case SwapScripts.NAME_TAKEN ->
              "%s cannot be renamed, or its name is taken: %s"
                  .formatted(Shown.path(last), Shown.line(result.stderr().strip()));
          case SwapScripts.NO_DIRECTORY -> "it is not there any more";
          default -> Shown.line(last);
        };
    throw new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "Moving files in %s (%s) failed: %s.".formatted(place.path(), place.volume(), why));
  }
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.process.Watcher;
import io.safeupdate.workflows.contract.FailureType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads BuildKit's plain progress, which interleaves the steps of several images: {@code #12
 * [django 3/7] RUN pip install} names step 12, {@code #12 0.346 text} is what it printed.
 */
final class BuildLog implements Watcher {
  private static final Pattern STEP_LINE = Pattern.compile("#(\\d+) (.*)");
  private static final Pattern TITLE = Pattern.compile("\\[.+?\\] .+");
  private static final int LONGEST_TITLE = 120;

  private final Progress progress;
  private final Map<String, BuildStep> steps = new HashMap<>();
  private Optional<BuildStep> failed = Optional.empty();
  private String current = "building";

  BuildLog(Progress progress) {
    this.progress = progress;
  }

  @Override
  public synchronized void line(String line) {
    Matcher matcher = STEP_LINE.matcher(line);
    if (matcher.matches()) {
      note(matcher.group(1), matcher.group(2));
    }
  }

  @Override
  public void tick() {
    progress.report(current());
  }

  /** The step that was begun or printed last, such as {@code #12 [django 3/7] RUN pip install}. */
  synchronized String current() {
    return current;
  }

  /** The failure of a build that ended badly. */
  synchronized StepFailure failure(CompletedProcess ended) {
    return failed
        .map(BuildStep::failure)
        .orElseGet(
            () -> CliFailure.of(FailureType.BUILD_FAILED, "The images did not build", ended));
  }

  private void note(String number, String text) {
    if (TITLE.matcher(text).matches()) {
      steps.put(number, new BuildStep(shortened(text)));
    }
    BuildStep step = steps.get(number);
    if (step == null) {
      return;
    }
    current = "#" + number + " " + step.title();
    step.print(text);
    if (BuildStep.isError(text) && failed.isEmpty()) {
      failed = Optional.of(step);
    }
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }
}

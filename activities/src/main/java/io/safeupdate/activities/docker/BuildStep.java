package io.safeupdate.activities.docker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of an image build and the last lines it printed. */
final class BuildStep {
  private static final Pattern OUTPUT = Pattern.compile("\\d+\\.\\d+ (.*)");
  private static final int LINES_TOLD = 20;
  private static final List<String> REGISTRY_AWAY =
      List.of(
          "i/o timeout",
          "TLS handshake timeout",
          "no such host",
          "connection refused",
          "connection reset",
          "server misbehaving",
          "network is unreachable",
          "503 Service Unavailable");

  private final String title;
  private final Deque<String> printed = new ArrayDeque<>();

  /**
   * @param title such as {@code [django 3/7] RUN pip install}
   */
  BuildStep(String title) {
    this.title = title;
  }

  static boolean isError(String text) {
    return text.startsWith("ERROR: ");
  }

  String title() {
    return title;
  }

  /** Takes what followed the step's number on a line. */
  void print(String text) {
    Matcher output = OUTPUT.matcher(text);
    if (output.matches()) {
      keep(output.group(1));
    } else if (isError(text)) {
      keep(text);
    }
  }

  StepFailure failure() {
    String story = String.join("\n", printed);
    FailureType type =
        CliFailure.anywhere(story).filter(FailureType.DISK_FULL::equals).orElse(cause(story));
    return new StepFailure(type, "The build failed at " + title + ":\n" + story);
  }

  /** Only fetching a base image is worth another try: a RUN fails in the application's code. */
  private FailureType cause(String story) {
    boolean fetching =
        title.contains("load metadata for") || title.contains("resolve image config");
    boolean away = REGISTRY_AWAY.stream().anyMatch(story::contains);
    return fetching && away ? FailureType.REMOTE_UNAVAILABLE : FailureType.BUILD_FAILED;
  }

  private void keep(String line) {
    printed.addLast(line);
    if (printed.size() > LINES_TOLD) {
      printed.removeFirst();
    }
  }
}

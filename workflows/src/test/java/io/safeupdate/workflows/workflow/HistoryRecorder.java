package io.safeupdate.workflows.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records the histories that {@link ReplayTest} replays. No test, so it runs only when asked to, in
 * this module: {@code mvn test -Dtest=HistoryRecorder}. It records scenarios that are new; a
 * history once recorded is never recorded anew.
 */
class HistoryRecorder {
  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource
  void records(Scenario scenario) throws IOException {
    Path file = Path.of("src/test/resources", scenario.resource());
    if (Files.notExists(file)) {
      Files.writeString(file, scenario.play(bench).recorded().toJson(true) + "\n");
    }
  }
}

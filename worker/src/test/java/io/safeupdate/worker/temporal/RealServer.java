package io.safeupdate.worker.temporal;

import io.temporal.client.WorkflowClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The embedded server, real, for all tests of a class. */
final class RealServer implements BeforeAllCallback, AfterAllCallback {
  private Path state;
  private EmbeddedTemporal temporal;
  private TemporalConnection connection;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    state = Files.createTempDirectory("state");
    temporal =
        EmbeddedTemporal.start(
            new ServerFiles(state), "default", Binary.cli(), System.err::println);
    connection = TemporalConnection.connect(TemporalTarget.embedded(), state);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    connection.close();
    temporal.close();
    try (Stream<Path> files = Files.walk(state)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  WorkflowClient client() {
    return connection.client();
  }
}

package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One {@code up} for all tests that are about applications and not about {@code up}: one of its own
 * for each would only take longer.
 */
final class SharedUp {
  private static final String DEPLOYMENTS = "deployments:\n";
  private static final Host HOST = new Host(directory());
  private static boolean isUp;

  private SharedUp() {}

  private static Path directory() {
    try {
      return Files.createTempDirectory("shared-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path state() {
    return HOST.state();
  }

  /** Adds the deployments of a configuration to those that are served. */
  static synchronized void serve(String config) {
    String added = config.substring(config.indexOf(DEPLOYMENTS) + DEPLOYMENTS.length());
    String before = isUp ? HOST.configText() : "stateDirectory: " + state() + "\n" + DEPLOYMENTS;
    HOST.writeConfig(before + added);
    if (!isUp) {
      HOST.up();
      isUp = true;
      Runtime.getRuntime().addShutdownHook(new Thread(SharedUp::end));
    }
  }

  private static void end() {
    HOST.close();
    Run.of(Path.of("/"), "rm", "-rf", HOST.directory().toString());
  }
}

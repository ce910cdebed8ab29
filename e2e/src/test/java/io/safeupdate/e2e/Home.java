package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout of Safe Update is, and what a test takes from the machine. */
final class Home {
  private Home() {}

  /** The top of the sources. */
  static Path directory() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("bin/safe-update"))) {
      here = here.getParent();
    }
    return here;
  }

  static Path demo(String script) {
    return directory().resolve("demo/bin").resolve(script);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

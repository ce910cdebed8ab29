package io.safeupdate.activities.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** An image with nothing in it, not even a shell. */
record EmptyImage(String name) implements AutoCloseable {
  private static final byte[] NO_FILES = new byte[1024];

  static EmptyImage made() {
    EmptyImage image = new EmptyImage("su-media-test-empty:" + UUID.randomUUID());
    run("import", "-", image.name);
    return image;
  }

  /** One that asks for a volume of its own in every container. */
  static EmptyImage withVolume() {
    EmptyImage image = new EmptyImage("su-media-test-empty:" + UUID.randomUUID());
    run("import", "--change", "VOLUME /su-media-test", "-", image.name);
    return image;
  }

  @Override
  public void close() {
    run("rmi", name);
  }

  private static void run(String... arguments) {
    try {
      ProcessBuilder docker =
          new ProcessBuilder("docker").redirectOutput(ProcessBuilder.Redirect.DISCARD);
      docker.command().addAll(java.util.List.of(arguments));
      Process process = docker.start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(NO_FILES);
      } catch (IOException e) {
        // It wants none.
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException("docker " + String.join(" ", arguments));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

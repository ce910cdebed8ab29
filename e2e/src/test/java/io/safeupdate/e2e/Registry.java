package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real image registry on loopback, where the engine asks for no TLS. */
final class Registry implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  private final int port = Home.freePort();
  private final Path directory;
  private final Process process;

  /** Starts an empty one that keeps its images in a directory. */
  Registry(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory.resolve("image"));
      Path config = directory.resolve("config.yml");
      Files.writeString(config, configuration());
      process =
          new ProcessBuilder("docker-registry", "serve", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("bin/setup --tests installs docker-registry", e);
    }
    Eventually.holds(START, this::listens);
  }

  private String configuration() {
    return """
        version: 0.1
        storage: {filesystem: {rootdirectory: %s}}
        http: {addr: "127.0.0.1:%d"}
        """
        .formatted(directory.resolve("images"), port);
  }

  private boolean listens() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  /** How a compose file names an image of the small application. */
  String reference(String tag) {
    return "127.0.0.1:" + port + "/small:" + tag;
  }

  /**
   * Gives a tag to a new image, in the registry only.
   *
   * @param release its name and manners
   * @return the id of the image
   */
  String push(String tag, String release) {
    Path context = directory.resolve("image");
    SmallApp.take(context, "app.py", "Dockerfile.tiny");
    SmallApp.put(context, "RELEASE", release + "\n");
    // The same registry by another name: local tags that compose files use stay as they are.
    String made = reference(tag).replace("127.0.0.1", "localhost");
    docker("build", "-q", "-f", context + "/Dockerfile.tiny", "-t", made, context.toString());
    String id = docker("image", "inspect", "-f", "{{.Id}}", made);
    docker("push", "-q", made);
    docker("image", "rm", made);
    return id;
  }

  private String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Run.of(directory, Map.of(), command).orFail().text();
  }

  /** Ends it, and forgets what was pulled from it. */
  @Override
  public void close() {
    process.destroy();
    forget("{{.Repository}}:{{.Tag}}", reference("*"));
    forget("{{.Repository}}@{{.Digest}}", reference("*").replace(":*", ""));
  }

  /** By name: another run of this test may have the same images from a registry of its own. */
  private void forget(String format, String pattern) {
    String filter = "reference=" + pattern;
    docker("image", "ls", "--digests", "--format", format, "--filter", filter)
        .lines()
        .distinct()
        .forEach(name -> docker("image", "rm", name));
  }
}

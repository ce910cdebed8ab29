package io.safeupdate.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The running sample application, under a project name of its own. */
final class DemoApplication {
  private static final String PROJECT = "safe-update-demo";
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int PATIENCE = 20;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final DemoScripts scripts;
  private final Path directory;
  private final int port;

  DemoApplication(DemoScripts scripts, Path directory) throws IOException {
    this.scripts = scripts;
    this.directory = directory;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  private String place() {
    return directory.resolve("app").toString();
  }

  /**
   * Removes what an earlier demo may have left, then creates and starts the first release.
   *
   * @param says told of what takes minutes
   */
  void start(Consumer<String> says) throws InterruptedException {
    destroy();
    scripts.prepareImages(says);
    scripts.script("create", place(), "--project", PROJECT, "--port", String.valueOf(port));
    scripts.script("start", place());
  }

  void publish(String release) throws InterruptedException {
    scripts.script("publish", place(), release);
  }

  void destroy() throws InterruptedException {
    if (Files.exists(directory.resolve("app"))) {
      scripts.script("destroy", place());
    }
  }

  /** A configuration like one that {@code init} writes. */
  Path writeConfig(String deployment) {
    Path file = directory.resolve("safe-update.yml");
    try {
      return Files.writeString(file, text(deployment));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String deployment) {
    return """
        stateDirectory: '%s'
        deployments:
          %s:
            directory: '%s/checkout'
            composeFiles: [production.yml]
            envFile: .env_production
            branch: master
            database: {service: postgres}
            migrate:
              service: django
              command: [python, backend/manage.py, migrate]
              plan: [python, backend/manage.py, migrate, --plan]
            writers: [django, worker]
            health:
              http: [{url: "%s/health/"}]
              timeout: PT1M
              soak: PT3S
        """
        .formatted(directory.resolve("state"), deployment, place(), url());
  }

  /** How many rows there are, once there are so many; later in any case. */
  int awaitRows(int acknowledged) throws InterruptedException {
    int rows = rows();
    for (int look = 0; look < PATIENCE && rows < acknowledged; look++) {
      Thread.sleep(ANSWER.toMillis() / PATIENCE);
      rows = rows();
    }
    return rows;
  }

  int rows() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/rows/")).timeout(ANSWER).build();
    try {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(body).size();
    } catch (IOException e) {
      return 0;
    }
  }
}

package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.DockerEngine;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.process.ForkedProcessRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A container with user files of all kinds on a volume; closing it leaves nothing behind. */
final class Album implements AutoCloseable {
  static final String IMAGE = "safe-update-demo/base:1";
  static final Engine ENGINE =
      DockerEngine.ofDockerCommand(
          ForkedProcessRunner.inheriting(System.getenv()), System.getenv());

  /** What a person would compare: everything but what is ours, with hashes. */
  private static final String TRUTH =
      """
      cd "$DIR" && find . -name '.safe-update-*' -prune -o \\
        -type d -printf '%p|d|%m|%U:%G|%T@|\\n' -o -printf '%p|%y|%m|%U:%G|%T@|%l|%n\\n' | sed 's/\\(|[0-9]*\\)\\.[0-9]*|/\\1|/' | sort
      find . -name '.safe-update-*' -prune -o -type f -print0 | sort -z | xargs -0r sha256sum
      """;

  private static final String FILL =
      """
      set -e; cd "$DIR"; umask 022
      mkdir -p empty sub/deep 'odd  name' .hidden
      head -c 3000000 /dev/urandom >sub/picture.jpg
      printf 'text of a user' >text; printf x >sub/deep/-n; : >zero
      printf 1 >"$(printf 'new\\nline')"; printf 2 >'quo"te'"'s"; printf 3 >'grün *?$(id).txt'
      printf 4 >"$(printf '%0.sä' $(seq 1 110))"
      printf secret >.hidden/private; chmod 600 .hidden/private; chown 1234:4321 .hidden/private
      printf tool >tool; chmod 4755 tool; mkdir sticky; chmod 1777 sticky; chmod 2750 sub
      ln -s ../text sub/relative; ln -s /nowhere dangling; ln sub/picture.jpg sub/same.jpg
      ln text hard; mkfifo pipe
      chown -h 33:44 dangling; chown -R 100:101 'odd  name'
      touch -d '2001-02-03 04:05:06' text sub/deep; touch -d '2003-01-01' .
      chown 1000:1001 .; chmod 755 .
      """;

  final String name = "su-media-test-" + UUID.randomUUID();
  final String directory;
  private final String id;

  private Album(String directory, String... options) {
    this.directory = directory;
    List<String> run =
        new java.util.ArrayList<>(List.of("docker", "run", "-d", "--init", "--name", name));
    run.addAll(List.of(options));
    run.addAll(List.of(IMAGE, "sleep", "600"));
    command(run);
    this.id = ENGINE.container(name).map(Container::id).orElseThrow();
  }

  /** Its media directory is where a volume is mounted. */
  static Album onVolume() {
    String volume = "su-media-test-" + UUID.randomUUID();
    return new Album("/app/media", "-v", volume + ":/app/media");
  }

  /** Its media directory lies below the place where a volume is mounted. */
  static Album belowVolume() {
    String volume = "su-media-test-" + UUID.randomUUID();
    Album album = new Album("/app/data/user/media", "-v", volume + ":/app/data");
    album.sh("mkdir -p \"$DIR\"");
    return album;
  }

  static Album onBind(String hostPath) {
    return new Album("/srv/files", "-v", hostPath + ":/srv/files");
  }

  static Album inImage() {
    Album album = new Album("/app/media");
    album.sh("mkdir -p \"$DIR\"");
    return album;
  }

  static Album inMemory() {
    return new Album("/app/media", "--tmpfs", "/app/media");
  }

  Album filled() {
    sh(FILL);
    return this;
  }

  MediaPlace place() {
    return MediaPlace.of("web", directory, id, IMAGE, ENGINE.mounts(id));
  }

  String id() {
    return id;
  }

  Workbenches workbenches() {
    return new Workbenches(ENGINE, name + "-workbench", Map.of("safe-update.test", name));
  }

  MediaRestore restore(String tag) {
    return new MediaRestore(ENGINE, workbenches(), place(), List.of(IMAGE), tag);
  }

  /** All there is, in words. */
  String truth() {
    return sh(TRUTH);
  }

  String sh(String script) {
    ExecResult result = run(script, Map.of());
    if (!result.succeeded()) {
      throw new IllegalStateException(script + ": " + result.stdout() + result.stderr());
    }
    return result.stdout();
  }

  ExecResult run(String script, Map<String, String> environment) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("DIR", directory);
    all.put("LC_ALL", "C");
    return ENGINE.exec(id, List.of("sh", "-c", script), all, Duration.ofMinutes(1));
  }

  void stop() {
    ENGINE.stop(id);
  }

  /** Names of what a container has mounted. */
  static List<String> volumes(String container) {
    return ENGINE.container(container).map(Container::volumes).orElse(List.of());
  }

  static boolean isVolume(String name) {
    return succeeds(List.of("docker", "volume", "inspect", name));
  }

  private static void command(List<String> argv) {
    if (!succeeds(argv)) {
      throw new IllegalStateException(String.join(" ", argv));
    }
  }

  private static boolean succeeds(List<String> argv) {
    try {
      Process process =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    List<String> volumes = volumes(id);
    workbenches().remove();
    ENGINE.remove(id);
    volumes.forEach(volume -> command(List.of("docker", "volume", "rm", volume)));
  }
}

package io.safeupdate.e2e;

import io.safeupdate.activities.database.Access;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.docker.DockerEngine;
import io.safeupdate.activities.process.ForkedProcessRunner;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupExport;
import io.safeupdate.activities.transfer.ExportRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Copies what cannot be compressed out of a running container, by {@code docker cp} and by an
 * export in turn, and says how long each took. {@code bin/test --bench} runs it in a small heap.
 */
final class CopyBench implements AutoCloseable {
  private static final String CONTAINER = "su-bench-" + ProcessHandle.current().pid();
  private static final String NAME = "random.sql.gz";
  private static final int ROUNDS = 3;

  private final DockerEngine engine =
      DockerEngine.ofDockerCommand(
          ForkedProcessRunner.inheriting(System.getenv()), System.getenv());
  private final Path directory;
  private final int megabytes;

  private CopyBench(Path directory, int megabytes) {
    this.directory = directory;
    this.megabytes = megabytes;
  }

  /**
   * Runs it; exits with 1 where an export is slower than {@code docker cp}.
   *
   * @param arguments a directory, and how many MiB to copy
   */
  public static void main(String... arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    double ratio;
    try (CopyBench bench = new CopyBench(directory, Integer.parseInt(arguments[1]))) {
      ratio = bench.run();
    }
    System.exit(ratio <= 1 ? 0 : 1);
  }

  private double run() throws IOException {
    docker(
        "run",
        "-d",
        "--name",
        CONTAINER,
        "-v",
        "/backups",
        "safe-update-demo/base:1",
        "sleep",
        "3600");
    docker(
        "exec",
        CONTAINER,
        "sh",
        "-c",
        "head -c %dM /dev/urandom >/backups/%s; sync".formatted(megabytes, NAME));
    List<Double> plain = new ArrayList<>();
    List<Double> exports = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      plain.add(seconds(this::copy));
      exports.add(seconds(this::export));
    }
    double ratio = median(exports) / median(plain);
    say("docker cp  %s, median %.2f s, %s", plain, median(plain), rate(plain));
    say("export     %s, median %.2f s, %s", exports, median(exports), rate(exports));
    say(
        "export takes %.2f of docker cp's time, hashed on both sides and synced, in a heap of %d MiB",
        ratio, Runtime.getRuntime().maxMemory() >> 20);
    return ratio;
  }

  private void copy() {
    docker("cp", CONTAINER + ":/backups/" + NAME, directory.resolve("plain").toString());
  }

  private void export() {
    BackupFiles files =
        new BackupFiles(
            new Postgres(
                (argv, environment, limit) -> engine.exec(CONTAINER, argv, environment, limit),
                Access.OF_THE_CONTAINER),
            "/backups");
    ExportRoots roots = new ExportRoots(List.of(directory));
    new BackupExport(engine, CONTAINER, files, roots, directory.toString(), "bench")
        .run(files.list(), Progress.NONE);
  }

  /** What is written is deleted again: it is the same each time. */
  private double seconds(Runnable deed) throws IOException {
    Run.of(directory, "sync").orFail();
    long began = System.nanoTime();
    deed.run();
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    for (String written : List.of("plain", NAME, "SHA256SUMS")) {
      Files.deleteIfExists(directory.resolve(written));
    }
    return seconds;
  }

  private String rate(List<Double> times) {
    return "%.0f MiB/s".formatted(megabytes / median(times));
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private void docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Run.of(directory, Map.of(), command).orFail();
  }

  private static void say(String format, Object... values) {
    System.out.println("bench: " + String.format(Locale.ROOT, format, values));
  }

  @Override
  public void close() {
    Run.of(directory, "docker", "rm", "-f", "-v", CONTAINER);
    engine.close();
  }
}

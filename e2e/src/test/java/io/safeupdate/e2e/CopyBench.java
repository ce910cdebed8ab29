package io.safeupdate.e2e;

import io.safeupdate.activities.database.Access;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.docker.DockerEngine;
import io.safeupdate.activities.media.Archives;
import io.safeupdate.activities.media.MediaBackup;
import io.safeupdate.activities.media.MediaPlace;
import io.safeupdate.activities.media.Packing;
import io.safeupdate.activities.media.Source;
import io.safeupdate.activities.media.Workbenches;
import io.safeupdate.activities.process.ForkedProcessRunner;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupExport;
import io.safeupdate.activities.transfer.ExportRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Copies what cannot be compressed out of a running container, by {@code docker cp} and by Safe
 * Update in turn, and says how long each took. {@code bin/test --bench} runs it in a small heap.
 */
final class CopyBench implements AutoCloseable {
  private static final String CONTAINER = "su-bench-" + ProcessHandle.current().pid();
  private static final String IMAGE = "safe-update-demo/base:1";
  private static final String NAME = "random.sql.gz";
  private static final int FILES = 64;
  private static final int ROUNDS = 5;
  private static final double NOISE = 1.1;

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
   * Runs it; exits with 1 where one of ours takes a tenth longer than {@code docker cp}: by less,
   * the medians of two runs differ too.
   *
   * @param arguments a directory, and how many MiB to copy
   */
  public static void main(String... arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    boolean fast;
    try (CopyBench bench = new CopyBench(directory, Integer.parseInt(arguments[1]))) {
      bench.givenFiles();
      boolean exports = bench.exports();
      boolean archives = bench.archives();
      fast = exports && archives;
    }
    System.exit(fast ? 0 : 1);
  }

  private void givenFiles() {
    docker(
        "run", "-d", "--name", CONTAINER, "-v", "/backups", "-v", "/media", IMAGE, "sleep", "3600");
    String script =
        """
        head -c %1$dM /dev/urandom >/backups/%2$s
        split -n %3$d -a 3 /backups/%2$s /media/photo-
        sync
        """;
    docker("exec", CONTAINER, "sh", "-ec", script.formatted(megabytes, NAME, FILES));
  }

  private boolean exports() throws IOException {
    String sum =
        Run.of(directory, "docker", "exec", CONTAINER, "sha256sum", "/backups/" + NAME)
            .orFail()
            .text();
    Map<String, String> verified = Map.of(NAME, sum.substring(0, sum.indexOf(' ')));
    return isFast("export of a verified backup", "/backups/" + NAME, round -> export(verified));
  }

  private void export(Map<String, String> verified) {
    BackupFiles files =
        new BackupFiles(
            new Postgres(
                (argv, environment, limit) -> engine.exec(CONTAINER, argv, environment, limit),
                Access.OF_THE_CONTAINER),
            "/backups");
    ExportRoots roots = new ExportRoots(List.of(directory));
    String target = directory.resolve("ours").toString();
    new BackupExport(engine, CONTAINER, files, roots, target, "bench", verified)
        .run(files.list(), Progress.NONE);
  }

  private boolean archives() throws IOException {
    return isFast("media backup", "/media", this::archive);
  }

  private void archive(int round) {
    MediaPlace place = MediaPlace.of("web", "/media", CONTAINER, IMAGE, engine.mounts(CONTAINER));
    Source source =
        new Source(
            "round-" + round, "bench", "bench", Optional.empty(), "web", "/media", place.volume());
    Workbenches workbenches = new Workbenches(engine, CONTAINER + "-workbench", Map.of());
    Archives archives = new Archives(directory.resolve("ours"));
    new MediaBackup(engine, workbenches, archives, Packing.ZST, Clock.systemUTC())
        .make(source, place, Progress.NONE);
  }

  /** Ours, a deed of the round's number. */
  private interface Ours {
    void copy(int round);
  }

  /** The first round only warms up. */
  private boolean isFast(String what, String path, Ours ours) throws IOException {
    List<Double> plain = new ArrayList<>();
    List<Double> own = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      int number = round;
      double plainly = seconds(() -> docker("cp", CONTAINER + ":" + path, plain().toString()));
      double ourselves = seconds(() -> ours.copy(number));
      if (round > 0) {
        plain.add(plainly);
        own.add(ourselves);
      }
    }
    double ratio = median(own) / median(plain);
    say("docker cp of %s: %s, median %.2f s, %s", path, plain, median(plain), rate(plain));
    say("%s: %s, median %.2f s, %s", what, own, median(own), rate(own));
    say(
        "%s takes %.2f of docker cp's time, hashed and synced, in a heap of %d MiB",
        what, ratio, Runtime.getRuntime().maxMemory() >> 20);
    return ratio <= NOISE;
  }

  private Path plain() {
    return directory.resolve("plain");
  }

  /** What is written is deleted again: it is the same each time. */
  private double seconds(Runnable deed) throws IOException {
    Files.createDirectories(directory.resolve("ours"));
    Run.of(directory, "sync").orFail();
    long began = System.nanoTime();
    deed.run();
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    Run.of(directory, "rm", "-rf", "plain", "ours").orFail();
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

package io.safeupdate.worker.temporal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Builds the command from its sources. Takes minutes once. */
final class GoInstall implements TemporalCli.Source {
  /** The newest release that {@code go install} accepts: later ones have replacements. */
  private static final String MODULE = "github.com/temporalio/cli/cmd/temporal@v1.5.1";

  private static final Path USUAL_GO = Path.of("/usr/local/go/bin");

  private final SearchPath path;
  private final Path cache;

  GoInstall(SearchPath path, Path cache) {
    this.path = path;
    this.cache = cache;
  }

  @Override
  public Optional<Path> get(Consumer<String> tell) {
    return path.find("go")
        .or(() -> new SearchPath(List.of(USUAL_GO)).find("go"))
        .flatMap(go -> build(go, tell));
  }

  private Optional<Path> build(Path go, Consumer<String> tell) {
    tell.accept("Building the Temporal command with Go, once; this takes some minutes: " + MODULE);
    try {
      Files.createDirectories(cache);
      Path half = Files.createTempDirectory(cache, "build");
      try {
        return run(go, half, tell) ? Optional.of(keep(half)) : Optional.empty();
      } finally {
        delete(half);
      }
    } catch (IOException failure) {
      tell.accept("It could not be built: " + failure.getMessage());
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean run(Path go, Path into, Consumer<String> tell)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(go.toString(), "install", MODULE).redirectErrorStream(true);
    builder.environment().put("GOBIN", into.toString());
    builder.environment().put("CGO_ENABLED", "0");
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(tell);
      return process.waitFor() == 0;
    } finally {
      process.destroy();
    }
  }

  /** In one move: another process may look for it at this moment. */
  private Path keep(Path half) throws IOException {
    return Files.move(
        half.resolve(TemporalCli.NAME),
        cache.resolve(TemporalCli.NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(GoInstall::deleteFile);
    }
    Files.delete(directory);
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package io.safeupdate.worker.temporal;

import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The SDK's own download. It has no way to download only, so its server runs for a moment, in
 * memory; what it downloaded is kept.
 */
final class SdkDownload implements TemporalCli.Source {
  private final Path cache;

  SdkDownload(Path cache) {
    this.cache = cache;
  }

  @Override
  public Optional<Path> get(Consumer<String> tell) {
    tell.accept("Downloading the Temporal command, once.");
    try {
      Files.createDirectories(cache);
      Path downloads = cache.resolve("download");
      TemporalDevServer.start(options(downloads)).close();
      return Optional.of(keep(downloads));
    } catch (IOException | RuntimeException failure) {
      tell.accept("It could not be downloaded: " + failure.getMessage());
      return Optional.empty();
    }
  }

  private static TemporalDevServerOptions options(Path downloads) {
    return TemporalDevServerOptions.newBuilder()
        .setDownloadDestination(downloads.toString())
        .setLogFile(downloads.resolve("trial.log").toString())
        .build();
  }

  private Path keep(Path downloads) throws IOException {
    try (Stream<Path> files = Files.walk(downloads)) {
      Path executable =
          files
              .filter(file -> file.endsWith(TemporalCli.NAME))
              .findFirst()
              .orElseThrow(() -> new IOException("nothing was found in " + downloads));
      return Files.move(
          executable,
          cache.resolve(TemporalCli.NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.ConfigWriter;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.SafeUpdateConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that is written: checked by the loader before it takes its place. */
final class ConfigFile {
  private final Path file;
  private final Path home;
  private final ConfigLoader loader;

  ConfigFile(Path file, Path home, ConfigLoader loader) {
    this.file = file;
    this.home = home;
    this.loader = loader;
  }

  /**
   * Says before any work what would be refused after it.
   *
   * @throws Refusal when the file is there, and neither to be replaced nor to be added to
   */
  void check(Target target) {
    boolean exists = Files.exists(file);
    if (exists && !target.force() && !target.add()) {
      throw Refusal.usage(
          file + " is there already",
          "--add adds a deployment to it, --force replaces it, --output FILE writes another");
    }
    if (exists && target.add()) {
      loader.load(file);
    }
  }

  /** Writes the deployment, alone or beside those that are there. */
  void write(DeploymentConfig deployment, Target target) {
    String text = new ConfigWriter(home).render(SafeUpdateConfig.of(home, List.of(deployment)));
    boolean adds = target.add() && Files.exists(file);
    if (adds && loader.load(file).deployment(deployment.name()).isPresent()) {
      throw Refusal.usage(
          file + " has a deployment named " + deployment.name() + " already",
          "choose another with --name NAME");
    }
    try {
      replace(adds ? Addition.of(read(), text) : text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String read() throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private void replace(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(half, text.getBytes(StandardCharsets.UTF_8));
      loader.load(half);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }
}

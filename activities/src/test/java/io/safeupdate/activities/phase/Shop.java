package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeCli;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.StateDirectory;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A host with one deployment, {@code production}; what Docker would say is told by the test. */
final class Shop {
  static final Instant NOW = Instant.parse("2026-11-22T12:01:00Z");

  final SeenEngine engine = new SeenEngine();
  final StateDirectory state;
  CompletedProcess compose = new CompletedProcess(0, "{\"name\": \"shop\"}", "", List.of());

  /** Whether Temporal says that who holds the lock is open. */
  boolean isOwnerOpen = true;

  /** Nobody needs the checkout, unless a test says so. */
  Function<Path, Checkout> checkouts =
      path -> {
        throw new UnsupportedOperationException(path.toString());
      };

  final Path checkout;
  private final Path config;

  Shop(Path directory) {
    this.state = new StateDirectory(directory.resolve("state"));
    this.checkout = directory.resolve("shop");
    this.config = directory.resolve("safe-update.yml");
    write(checkout.resolve("compose.yml"), "services: {}\n");
    configured("");
  }

  /** Adds lines to the configuration of the deployment. */
  Shop configured(String lines) {
    String head =
        """
        stateDirectory: %s
        deployments:
          production:
            directory: %s
            composeFiles: [compose.yml]
            branch: master
        """
            .formatted(state.root(), checkout);
    write(config, head + lines.indent(4));
    return this;
  }

  void envFile(String text) {
    write(checkout.resolve(".env"), text);
  }

  Host host() {
    return new Host(
        "local",
        state,
        this::deployment,
        ComposeCli.beside(engine, (command, watcher) -> compose),
        engine,
        path -> checkouts.apply(path),
        new HttpProbes(),
        new Beating(),
        owner -> isOwnerOpen,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Has an operation hold the deployment's lock. */
  void locked(String operation) {
    host()
        .deployment("production")
        .lock()
        .take(step(operation, "preflight"), NOW, owner -> isOwnerOpen);
  }

  private DeploymentConfig deployment(String name) {
    return new ConfigLoader(Map.of(), checkout).load(config).deployments().get(name);
  }

  static Step step(String operation, String name) {
    return new Step("deployment/local/production", operation, "production", name, 1);
  }

  OperationRecord record(String operation) {
    return new OperationRecord(state.operation("production", operation));
  }

  /** As preflight leaves it. */
  OperationRecord begun(String operation) {
    OperationRecord record = record(operation);
    record.put(
        new Baseline(
            "point",
            NOW,
            "1".repeat(40),
            "2".repeat(40),
            "subject",
            Optional.empty(),
            "master",
            "shop",
            List.of(
                new Baseline.RunningContainer(
                    "web", "id-web", "shop-web-1", "sha256:1", "shop_web", true, 0, "always")),
            Map.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of("web"),
            List.of(),
            "hash"));
    return record;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Works without a Temporal to tell. */
  private static final class Beating implements Heartbeats {
    @Override
    public <T> T during(Function<Progress, T> work) {
      return work.apply(Progress.NONE);
    }

    @Override
    public <T> T duringUninterrupted(Function<Progress, T> work) {
      return during(work);
    }
  }
}

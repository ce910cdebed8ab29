package io.safeupdate.worker.temporal;

import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.schedule.ScheduleKeeper;
import io.safeupdate.workflows.contract.ScheduleId;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A configuration file of a deployment with schedules, and what keeps them for a host. */
final class ScheduleFile {
  final List<String> told = new CopyOnWriteArrayList<>();

  private final WorkflowClient client;
  private final Path file;

  ScheduleFile(WorkflowClient client, Path directory) {
    this.client = client;
    this.file = directory.resolve("safe-update.yml");
  }

  ScheduleFile write(String schedule) {
    return writeAll(
        """
        exportRoots: [/srv/backups]
        deployments:
          production:
            directory: /srv/app
            composeFiles: [docker-compose.yml]
            branch: main
            database: {service: db}
            migrate: none
            media: {service: web, path: /media}
            schedule: %s
        """
            .formatted(schedule));
  }

  ScheduleFile writeAll(String text) {
    try {
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScheduleKeeper keeper(String host) {
    ConfigLoader loader = new ConfigLoader(Map.of(), file.getParent());
    SafeUpdateConfig read = loader.load(file);
    SafeUpdateConfig started =
        new SafeUpdateConfig(
            read.temporal(),
            host,
            read.stateDirectory(),
            read.exportRoots(),
            read.deployments(),
            read.server(),
            read.source());
    return ScheduleKeeper.start(client, started, () -> loader.load(file), told::add);
  }

  /** The schedule itself, as whoever uses Temporal's own tools has it. */
  ScheduleHandle handle(String host, ScheduledTask task) {
    return ScheduleClient.newInstance(client.getWorkflowServiceStubs())
        .getHandle(ScheduleId.of(host, "production", task));
  }
}

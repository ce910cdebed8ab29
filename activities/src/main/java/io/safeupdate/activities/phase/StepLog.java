package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.OperationRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container's log, kept with its operation after the container is gone. */
final class StepLog {
  private static final int LINES = 5_000;

  private final Path file;

  StepLog(OperationRecord record, String name) {
    this.file = record.logs().resolve(name + ".log");
  }

  void write(Engine engine, String container) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, engine.logs(container, LINES).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}

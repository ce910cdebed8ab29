package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.TextFile;

/** A container's log, kept with its operation after the container is gone. */
final class StepLog {
  private static final int LINES = 5_000;

  private final TextFile file;

  StepLog(OperationRecord record, String name) {
    this.file = new TextFile(record.logs().resolve(name + ".log"));
  }

  void write(Engine engine, String container) {
    file.write(engine.logs(container, LINES));
  }
}

package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.CancellationException;

/** Takes the user files into an archive, while the application goes on. */
public final class MediaBackup {
  private static final int ATTEMPTS = 3;

  private final Engine engine;
  private final Workbenches workbenches;
  private final Archives archives;
  private final ArchiveWriter writer;

  public MediaBackup(
      Engine engine, Workbenches workbenches, Archives archives, Packing packing, Clock clock) {
    this.engine = engine;
    this.workbenches = workbenches;
    this.archives = archives;
    this.writer = new ArchiveWriter(archives, packing, clock);
  }

  /**
   * Makes an archive; idempotent by its name. One stream, no copy in between. A file that vanishes
   * meanwhile is left out, one that grows is cut; when one shrinks, the engine gives up, and it is
   * tried again.
   *
   * @throws StepFailure {@code BackupInvalid} when that happened each time, {@code DiskFull},
   *     {@code PreconditionFailed} when there is no such directory
   */
  public MediaArchive make(Source source, MediaPlace place, Progress progress) {
    return archives.find(source.name()).orElseGet(() -> stream(source, place, progress));
  }

  private MediaArchive stream(Source source, MediaPlace place, Progress progress) {
    try {
      boolean mounted = place.mount().isPresent();
      String container = mounted ? workbenches.idle(place) : place.container();
      String path = mounted ? place.benchPath() : place.path();
      return attempts(source, container, path, progress);
    } finally {
      archives.removeUnfinished();
      workbenches.remove();
    }
  }

  private MediaArchive attempts(Source source, String container, String path, Progress progress) {
    for (int attempt = 1; ; attempt++) {
      try {
        return engine.read(container, path, tar -> write(source, tar, progress));
      } catch (TornStream e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("Reading the user files was stopped");
        }
        if (attempt == ATTEMPTS) {
          throw e.failure(source);
        }
        progress.report("a file shrank while it was read: beginning anew");
      }
    }
  }

  private MediaArchive write(Source source, InputStream tar, Progress progress) throws IOException {
    try (ReadAhead ahead = new ReadAhead(tar)) {
      return writer.write(source, ahead, progress);
    } catch (TornTarException e) {
      throw new TornStream(e);
    }
  }

  /** Passes the engine, which would take an {@link IOException} for trouble of its own. */
  private static final class TornStream extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TornStream(TornTarException cause) {
      super(cause.getMessage(), cause);
    }

    StepFailure failure(Source source) {
      return new StepFailure(
          FailureType.BACKUP_INVALID,
          "The files of %s at %s could not be read to the end, %d times: %s. A file shrinks there again and again; keep logs and temporary files elsewhere, or stop the service and try again."
              .formatted(source.service(), source.path(), ATTEMPTS, getMessage()),
          this);
    }
  }
}

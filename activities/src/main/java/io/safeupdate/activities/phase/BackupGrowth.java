package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.BackupFile;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Rate;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How large the files are that a backup command is making. Asking costs nothing: the directory,
 * which may hold years of backups, is listed only when its last list has become old.
 */
final class BackupGrowth {
  private static final Duration REST = Duration.ofSeconds(5);

  private final BackupFiles files;
  private final List<BackupFile> earlier;
  private final LongSupplier nanos;
  private final Rate rate = new Rate();
  private OptionalLong looked = OptionalLong.empty();
  private String seen = "";

  /**
   * Of a command that is about to run.
   *
   * @param earlier what the directory held before
   */
  BackupGrowth(BackupFiles files, List<BackupFile> earlier) {
    this(files, earlier, System::nanoTime);
  }

  BackupGrowth(BackupFiles files, List<BackupFile> earlier, LongSupplier nanos) {
    this.files = files;
    this.earlier = earlier;
    this.nanos = nanos;
  }

  /** Such as {@code ", 433 MB, 72 MB/s"}; empty while there is nothing, or nobody can tell. */
  synchronized String inWords() {
    if (isOld()) {
      seen = look();
      looked = OptionalLong.of(nanos.getAsLong());
    }
    return seen;
  }

  private boolean isOld() {
    return looked.isEmpty() || nanos.getAsLong() - looked.getAsLong() >= REST.toNanos();
  }

  private String look() {
    try {
      long bytes =
          files.list().stream()
              .filter(file -> !earlier.contains(file))
              .mapToLong(BackupFile::bytes)
              .sum();
      return bytes == 0 ? "" : ", " + rate.of(bytes);
    } catch (StepFailure busy) {
      return "";
    }
  }
}

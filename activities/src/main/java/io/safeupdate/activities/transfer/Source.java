package io.safeupdate.activities.transfer;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The file to import, as it was when it was looked at.
 *
 * @param file its real path
 */
record Source(Path file, long bytes, FileTime modified) {
  static Source of(Path file) {
    try {
      return new Source(
          file, Files.size(file), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw LocalFiles.failure("Reading " + Shown.path(file.toString()), e);
    }
  }

  InputStream open() throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Trouble of our own disk is no trouble of the engine's. */
  int read(InputStream in, byte[] buffer, int most) {
    try {
      int count = in.read(buffer, 0, most);
      if (count < 0) {
        throw changed();
      }
      return count;
    } catch (IOException e) {
      throw LocalFiles.failure("Reading " + Shown.path(file.toString()), e);
    }
  }

  void requireEnd(InputStream in) throws IOException {
    if (in.read() >= 0) {
      throw changed();
    }
  }

  private StepFailure changed() {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "%s changed while it was read, so nothing was imported. Wait until whatever writes it is done."
            .formatted(Shown.path(file.toString())));
  }
}

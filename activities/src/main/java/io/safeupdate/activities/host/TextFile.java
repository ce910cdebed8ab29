package io.safeupdate.activities.host;

import io.safeupdate.activities.failure.StepFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text for people in a file of its own, which only its owner may read. */
public record TextFile(Path path) {

  /**
   * Replaces the text: afterwards it is on the disk, whole.
   *
   * @throws StepFailure {@code DiskFull}, or {@code PreconditionFailed} when it cannot be written
   */
  public void write(String text) {
    try {
      Durable.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Durable.failure(path, e);
    }
  }
}

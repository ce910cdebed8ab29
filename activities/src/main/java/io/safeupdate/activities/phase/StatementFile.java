package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of SQL that the host's configuration has copies go through. */
record StatementFile(Path path) {
  private static final long LARGEST = 256 << 10;

  /** Empty: the deployment has none. */
  static Optional<StatementFile> of(Deployment deployment) {
    return deployment.databaseConfig().afterCopy().map(StatementFile::new);
  }

  /**
   * Its content. What is wrong with the file is told, what is in it never.
   *
   * @throws StepFailure {@code ConfigInvalid} when it is no regular file of UTF-8 text
   */
  String text() {
    if (!Files.isRegularFile(path)) {
      throw unusable("is no regular file");
    }
    try {
      if (Files.size(path) > LARGEST) {
        throw unusable("has more than " + (LARGEST >> 10) + " KiB");
      }
      return Files.readString(path).replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw unusable("is no text in UTF-8");
    } catch (IOException e) {
      throw unusable("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private StepFailure unusable(String why) {
    return new StepFailure(
        FailureType.CONFIG_INVALID,
        "%s, which `database.afterCopy` names, %s. Correct the file or the configuration."
            .formatted(path, why));
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.TextFile;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that is there whole or not at all: it is written under a name that nobody looks at, and
 * renamed. Only its owner may read it.
 */
final class EvidenceFolder {
  private static final String OWNER_ONLY = "rwx------";

  private static final long LEFT_FOR_THE_WAY_BACK = 32L << 20;

  private final Path place;
  private final Path draft;

  EvidenceFolder(OperationRecord record, String name) {
    this.place = record.failures().resolve(name);
    this.draft = record.failures().resolve("." + name + ".part");
  }

  Path place() {
    return place;
  }

  boolean isComplete() {
    return Files.isDirectory(place);
  }

  /**
   * Begins anew, whatever a killed attempt left.
   *
   * @throws StepFailure {@code DiskFull} when the way back needs what room there is
   */
  void begin() {
    discard();
    Trees.create(draft.getParent());
    requireRoom();
    try {
      Files.createDirectory(
          draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    } catch (IOException e) {
      throw failure("Making " + draft, e);
    }
  }

  void write(String name, String text) {
    new TextFile(draft.resolve(name)).write(text);
  }

  /** Gives the room back. */
  void discard() {
    Trees.delete(draft);
  }

  private void requireRoom() {
    try {
      long free = Files.getFileStore(draft.getParent()).getUsableSpace();
      if (free < LEFT_FOR_THE_WAY_BACK) {
        throw new StepFailure(
            FailureType.DISK_FULL,
            "only %s are free at %s, and the way back needs them"
                .formatted(Amounts.bytes(free), draft.getParent()));
      }
    } catch (IOException e) {
      throw failure("Looking for room at " + draft.getParent(), e);
    }
  }

  void complete() {
    try {
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure("Renaming " + draft + " to " + place, e);
    }
  }

  private static StepFailure failure(String what, IOException e) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        what + " failed: " + e.getMessage() + ". Check free space, owner and mode.",
        e);
  }
}

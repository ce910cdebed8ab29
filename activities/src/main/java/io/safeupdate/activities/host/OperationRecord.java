package io.safeupdate.activities.host;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one operation knows and has done, each fact in a file of its own. A fact is written once: an
 * attempt that comes later returns what an earlier one wrote, because the host may no longer be as
 * it was.
 */
public final class OperationRecord {
  private final Path directory;

  public OperationRecord(Path directory) {
    this.directory = directory;
  }

  public Path directory() {
    return directory;
  }

  /** Where logs of the operation's containers go. */
  public Path logs() {
    return directory.resolve("logs");
  }

  /** What its failures looked like, a folder each. */
  public Path failures() {
    return directory.resolve("failures");
  }

  public <T extends Record> Optional<T> find(Class<T> fact) {
    return file(fact).read(fact);
  }

  /**
   * A fact that an earlier step must have written.
   *
   * @throws StepFailure {@code PreconditionFailed} when it is not there
   */
  public <T extends Record> T get(Class<T> fact) {
    return find(fact)
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED,
                    "The host has no record of this operation's "
                        + name(fact)
                        + " under "
                        + directory
                        + ". Start a new operation rather than resetting this one."));
  }

  /** The fact, found or made; made facts are on the disk before this returns. */
  public <T extends Record> T once(Class<T> fact, Supplier<T> make) {
    return find(fact).orElseGet(() -> put(make.get()));
  }

  /** Writes a fact, replacing what was there; on a full disk, in room that was held back. */
  public <T extends Record> T put(T fact) {
    JsonFile file = file(fact.getClass());
    while (true) {
      try {
        file.write(fact);
        return fact;
      } catch (StepFailure failure) {
        if (failure.type() != FailureType.DISK_FULL || !reserve().giveBackOne()) {
          throw failure;
        }
      }
    }
  }

  /** Room for the way back. */
  public Reserve reserve() {
    return new Reserve(directory);
  }

  private JsonFile file(Class<?> fact) {
    return new JsonFile(directory.resolve(name(fact) + ".json"));
  }

  private static String name(Class<?> fact) {
    return fact.getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }
}

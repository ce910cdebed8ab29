package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Git's own lock of the index, held with our name in it: every git process respects it, and when we
 * are killed our next attempt knows that the lock is nobody else's.
 */
final class IndexLock {
  private IndexLock() {}

  /**
   * Does some work under the lock, taken over from a dead process of ours if need be.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code LockBusy} when someone else has it
   */
  static void holding(WorkTree tree, Runnable work) {
    take(tree);
    try {
      tree.dropNextIndex();
      work.run();
    } finally {
      release(tree.indexLock());
    }
  }

  /** Whether anybody who may still be alive holds the lock. */
  static boolean isHeld(WorkTree tree) {
    return Files.exists(tree.indexLock()) && !isLeftByUs(tree);
  }

  /** Whether the lock is one of ours, and both its process and the git it started are gone. */
  static boolean isLeftByUs(WorkTree tree) {
    return LockOwner.of(tree.indexLock()).filter(owner -> !owner.isAlive()).isPresent()
        && !MoveMark.isOnSomeProcess(tree);
  }

  private static void take(WorkTree tree) {
    Path file = tree.indexLock();
    try {
      if (isLeftByUs(tree)) {
        takeOver(file);
      } else {
        Files.writeString(file, LockOwner.me().toText(), StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException held) {
      throw Refusal.lockBusy(tree.root(), describe(file));
    } catch (IOException e) {
      throw Refusal.unusable(tree.root(), "its index cannot be locked: " + e.getMessage(), e);
    }
  }

  private static void takeOver(Path file) throws IOException {
    Path mine = file.resolveSibling("safe-update.lock");
    Files.writeString(mine, LockOwner.me().toText());
    Files.move(mine, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String describe(Path file) {
    String age = age(file).map(since -> ", " + since.toSeconds() + " s old").orElse("");
    return "%s is there%s. Wait for that process; if none is running, remove the file."
        .formatted(file, age);
  }

  private static Optional<Duration> age(Path file) {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return Optional.of(Duration.between(written, Instant.now()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static void release(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    Path mine = file.resolveSibling("safe-update-%d.lock".formatted(LockOwner.me().pid()));
    try {
      put(tree, mine, file);
    } catch (FileAlreadyExistsException held) {
      throw Refusal.lockBusy(tree.root(), describe(file));
    } catch (IOException e) {
      throw Refusal.unusable(tree.root(), "its index cannot be locked: " + e.getMessage(), e);
    } finally {
      release(mine);
    }
  }

  /**
   * Our name is on the disk before the lock is there: one without it, as a full disk or a power cut
   * would leave it, would be nobody's for ever.
   */
  private static void put(WorkTree tree, Path mine, Path file) throws IOException {
    MoveNote.durably(mine, LockOwner.me().toText());
    if (isLeftByUs(tree)) {
      Files.move(mine, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      link(mine, file);
    }
  }

  /** Not every file system has hard links; none of them puts a copy over what is there. */
  private static void link(Path mine, Path file) throws IOException {
    try {
      Files.createLink(file, mine);
    } catch (FileAlreadyExistsException held) {
      throw held;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(mine, file);
    }
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

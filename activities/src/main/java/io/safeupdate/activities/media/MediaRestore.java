package io.safeupdate.activities.media;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings the files of an archive back: unpacked beside those that are there, compared, swapped by
 * renaming. Every method can be repeated, and ends what an earlier attempt still does.
 */
public final class MediaRestore {
  /** What an entry takes beyond its content. */
  private static final long ENTRY_BYTES = 4096;

  private final Engine engine;
  private final Workbenches workbenches;
  private final MediaPlace place;
  private final List<String> images;
  private final Own own;

  /**
   * @param images that workbenches are made of: the first that has a shell
   * @param tag of the operation
   */
  public MediaRestore(
      Engine engine, Workbenches workbenches, MediaPlace place, List<String> images, String tag) {
    this.engine = engine;
    this.workbenches = workbenches;
    this.place = place;
    this.images = List.copyOf(images);
    this.own = new Own(tag);
  }

  /**
   * Unpacks a verified archive beside the files that are there, and compares what is there then
   * with what was read once, entry by entry. No-op when the swap began.
   *
   * @throws StepFailure {@code DiskFull} before anything is written, {@code RestoreUnverified} when
   *     what was unpacked is not what was read once
   */
  public void unpack(Archives archives, MediaArchive archive, Progress progress) {
    place.lasting();
    with(
        shell -> {
          requireRoom(shell, archive);
          if (shell.run(SwapScripts.MAKE_ROOM, SwapScripts.BEGUN).isEmpty()) {
            return "";
          }
          Unpacking unpacking = new Unpacking(engine, archives, archive);
          String directory = shell.media() + "/" + own.restore() + "/files";
          unpacking.unpack(shell.container(), directory, progress);
          unpacking.compare(shell.container(), directory, progress);
          return "";
        });
  }

  /**
   * Puts the unpacked files in place; those that are there go into {@link #replaced}. Nobody may
   * write meanwhile.
   *
   * @return where the replaced files are, in the service's container; empty: there were none
   * @throws StepFailure {@code PreconditionFailed} when something cannot be renamed, or nothing was
   *     unpacked; {@link #undo} brings everything back
   */
  public Optional<String> swap(MediaArchive archive) {
    return with(
        shell -> {
          String answer = shell.must(SwapScripts.SWAP).stdout().strip();
          long there = Long.parseLong(shell.must(SwapScripts.COUNT).stdout().strip());
          if (there != archive.topLevel()) {
            throw new StepFailure(
                FailureType.RESTORE_UNVERIFIED,
                "%d entries lie in %s after the swap, instead of %d. Somebody else writes there: stop it first."
                    .formatted(there, place.path(), archive.topLevel()));
          }
          return answer.equals("replaced") ? Optional.of(replaced()) : Optional.empty();
        });
  }

  /**
   * Brings the replaced files back, at whatever point the swap is. Restored files that were in use
   * are kept in a directory of their own, for somebody may have changed them.
   *
   * @return that directory, in the service's container; empty: none came into use
   */
  public Optional<String> undo() {
    String kept = with(shell -> shell.must(SwapScripts.UNDO).stdout().strip());
    return kept.isEmpty() ? Optional.empty() : Optional.of(place.path() + kept.substring(1));
  }

  /** Ends a swap: from here on it cannot be undone. */
  public void finish() {
    with(shell -> shell.must(SwapScripts.FINISH).stdout());
  }

  private String replaced() {
    return place.path() + "/" + own.replaced();
  }

  private void requireRoom(WorkbenchShell shell, MediaArchive archive) {
    String[] free = shell.must(SwapScripts.ROOM).stdout().strip().split(" ", -1);
    long bytes = Long.parseLong(free[1]) * Long.parseLong(free[2]);
    long need = archive.contentBytes() + archive.entries() * ENTRY_BYTES;
    if (bytes < need) {
      throw full("%s free, %s needed".formatted(Amounts.bytes(bytes), Amounts.bytes(need)));
    }
    boolean counted = Long.parseLong(free[4]) > 0;
    if (counted && Long.parseLong(free[3]) < archive.entries()) {
      throw full("%s inodes free, %d needed".formatted(free[3], archive.entries()));
    }
  }

  private StepFailure full(String how) {
    return new StepFailure(
        FailureType.DISK_FULL,
        "There is no room for the archive beside the files in %s (%s): %s. Make room; nothing was touched."
            .formatted(place.path(), place.volume(), how));
  }

  private <T> T with(Function<WorkbenchShell, T> work) {
    try {
      String container = workbenches.running(place, images);
      return work.apply(new WorkbenchShell(engine, container, place, own));
    } finally {
      workbenches.remove();
    }
  }
}

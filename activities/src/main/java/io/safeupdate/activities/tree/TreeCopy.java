package io.safeupdate.activities.tree;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory and a copy of it: content, owners (as root), permissions, times to the nanosecond (of
 * symbolic links to the microsecond), symbolic links as links, hard links among the files, empty
 * directories, attributes of users. Sockets, pipes and devices are named and left out.
 *
 * <p>Failures are {@code StepFailure}s: {@code DiskFull}; {@code WorkerStopping} when the thread
 * was interrupted, which is retryable; else {@code PreconditionFailed}.
 */
public final class TreeCopy {
  private final Path tree;
  private final Path copy;

  /**
   * @param tree the directory
   * @param copy the directory that is its copy
   */
  public TreeCopy(Path tree, Path copy) {
    this.tree = tree;
    this.copy = copy;
  }

  /**
   * Makes the copy, which must not exist; it is on the disk when this returns. One that was
   * interrupted half-way is to be deleted and made anew.
   *
   * @param scope what is not copied
   */
  public Copied copy(Scope scope, Progress progress) {
    String what = "copying " + tree;
    Meter meter = new Meter(progress, what, TreeSize.of(tree, scope).bytes());
    Copying copying = new Copying(tree, scope, meter);
    try {
      copying.copy(tree, copy);
      progress.report(what + ": bringing it to the disk");
      TreeSync.force(copy);
      return copying.copied();
    } catch (IOException e) {
      throw TreeFailure.of(what, e);
    }
  }

  /**
   * Makes the tree what its copy is. What would be lost by that (files of another content, entries
   * that the copy does not have) is put aside. Idempotent; one that was killed half-way is
   * repeated.
   *
   * @param scope what is neither looked at nor changed
   * @param aside a directory that need not exist
   */
  public PutBack putBack(Scope scope, Path aside, Progress progress) {
    return putBack(scope, aside, progress, Comparison.Depth.CONTENT);
  }

  /**
   * The same for a tree that was put back a moment ago: of a file whose size and time are those of
   * its copy, the content is not read again.
   */
  public PutBack putBackAgain(Scope scope, Path aside, Progress progress) {
    return putBack(scope, aside, progress, Comparison.Depth.TIME);
  }

  /**
   * Puts the copy in the tree's place as a whole: until one rename the tree is not there at all,
   * from then on it is complete. What was there is put aside.
   *
   * @param aside a directory that need not exist
   */
  public void replace(Path aside, Progress progress) {
    String what = "putting " + tree + " back as a whole";
    Meter meter = new Meter(progress, what, TreeSize.of(copy, Scope.ALL).bytes());
    try {
      Replacing.with(tree, copy, new Aside(aside, meter), meter);
    } catch (IOException e) {
      throw TreeFailure.of(what, e);
    }
  }

  private PutBack putBack(Scope scope, Path aside, Progress progress, Comparison.Depth depth) {
    String what = "putting " + tree + " back";
    Meter meter = new Meter(progress, what, TreeSize.of(copy, scope).bytes());
    Aside put = new Aside(aside, meter);
    PuttingBack run = new PuttingBack(tree, copy, scope, new Comparison(meter, depth), put, meter);
    try {
      run.run();
      return new PutBack(run.restored(), put.count(), run.left());
    } catch (IOException e) {
      throw TreeFailure.of(what, e);
    }
  }

  /**
   * What of the tree is not what its copy is. Reads only.
   *
   * @param scope what is not looked at
   * @param limit how many are named at most
   */
  public List<Difference> compare(Scope scope, int limit, Progress progress) {
    String what = "comparing " + tree + " with its copy";
    Meter meter = new Meter(progress, what, TreeSize.of(copy, scope).bytes());
    Comparison comparison = new Comparison(meter, Comparison.Depth.CONTENT);
    try {
      return new Comparing(tree, copy, scope, comparison, limit).all();
    } catch (IOException e) {
      throw TreeFailure.of(what, e);
    }
  }

  /**
   * What putting back came to.
   *
   * @param restored how many entries had not been as they were
   * @param putAside how many were put aside, a directory with all below it as one
   * @param left how many new ones could not be moved, for they belong to another user
   */
  public record PutBack(long restored, long putAside, long left) {}

  /**
   * An entry that is not what its copy is.
   *
   * @param path relative to the top
   * @param what {@code new}, {@code missing}, {@code content}, or {@code attributes}
   */
  public record Difference(Path path, String what) {}
}

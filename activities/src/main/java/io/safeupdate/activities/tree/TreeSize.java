package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a copy of a tree takes.
 *
 * @param bytes of content
 * @param unreadable the first paths, relative to the top, that this user cannot read
 */
public record TreeSize(long entries, long bytes, List<Path> unreadable) {
  /** Of names, attributes and the rest of a last block. */
  private static final long PER_ENTRY = 4096;

  private static final int SHOWN = 20;

  public TreeSize {
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads only; what comes or goes meanwhile is counted or not.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when the disk
   *     does not answer
   */
  public static TreeSize of(Path top, Scope scope) {
    Count count = new Count(top, scope);
    try {
      count.add(top);
    } catch (IOException e) {
      throw TreeFailure.of("Measuring " + top, e);
    }
    return new TreeSize(count.entries, count.bytes, count.unreadable);
  }

  /** Room on a disk. */
  public long room() {
    return bytes + entries * PER_ENTRY;
  }

  /** While it is counted. */
  private static final class Count {
    private final Path top;
    private final Scope scope;
    private final List<Path> unreadable = new ArrayList<>();
    private long entries;
    private long bytes;

    Count(Path top, Scope scope) {
      this.top = top;
      this.scope = scope;
    }

    void add(Path path) throws IOException {
      Optional<Entry> found = Entry.find(path);
      if (found.isEmpty() || scope.leaves(top.relativize(path))) {
        return;
      }
      Entry entry = found.get();
      entries++;
      if (entry.is(Kind.FILE)) {
        bytes += entry.size();
        readable(path, Files.isReadable(path));
      } else if (entry.is(Kind.DIRECTORY)) {
        addAll(path);
      }
    }

    private void addAll(Path directory) throws IOException {
      try {
        for (Path child : Children.of(directory)) {
          add(child);
        }
      } catch (NoSuchFileException gone) {
        // it is not needed any more
      } catch (AccessDeniedException denied) {
        readable(directory, false);
      }
    }

    private void readable(Path path, boolean readable) {
      if (!readable && unreadable.size() < SHOWN) {
        unreadable.add(top.relativize(path));
      }
    }
  }
}

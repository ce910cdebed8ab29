package io.safeupdate.activities.tree;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which names of a tree must be names of one and the same file, as they are in its copy. */
final class SharedNames {
  private final Map<Entry.Id, Path> firstNames = new HashMap<>();
  private final Map<Entry.Id, Entry.Id> copies = new HashMap<>();
  private final Map<Entry.Id, Entry.Id> originals = new HashMap<>();

  /** A name that this one is another one of. */
  Optional<Path> first(Entry wanted) {
    return wanted.links() > 1
        ? Optional.ofNullable(firstNames.get(wanted.identity()))
        : Optional.empty();
  }

  /** Whether a file that is there is the same as all others that share its copy, and no more. */
  boolean agree(Path path, Entry is, Entry wanted) {
    Entry.Id other = originals.get(wanted.identity());
    Entry.Id copy = copies.get(is.identity());
    return (wanted.links() == 1 || other == null || other.equals(is.identity()))
        && (is.links() == 1 || copy == null || copy.equals(wanted.identity()));
  }

  void add(Path path, Entry is, Entry wanted) {
    if (wanted.links() > 1) {
      firstNames.putIfAbsent(wanted.identity(), path);
      originals.putIfAbsent(wanted.identity(), is.identity());
    }
    if (is.links() > 1) {
      copies.putIfAbsent(is.identity(), wanted.identity());
    }
  }
}

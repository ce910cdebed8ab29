package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One putting back of a copy over the tree that it was made from. Each file changes by one rename,
 * so that whoever looks at a killed one sees old files and new ones and no half of one; directories
 * stay the ones that they are, because containers may have them mounted.
 */
final class PuttingBack {
  /** Of entries that are ours for a moment. */
  static final String OURS = ".safe-update-put-back";

  private final Path tree;
  private final Path copy;
  private final Scope scope;
  private final Comparison comparison;
  private final Aside aside;
  private final Meter meter;
  private final SharedNames names = new SharedNames();
  private long restored;
  private long left;

  PuttingBack(Path tree, Path copy, Scope scope, Comparison comparison, Aside aside, Meter meter) {
    this.tree = tree;
    this.copy = copy;
    this.scope = scope;
    this.comparison = comparison;
    this.aside = aside;
    this.meter = meter;
  }

  /** How many entries were not as they had been. */
  long restored() {
    return restored;
  }

  /** How many new entries of other users could not be moved. */
  long left() {
    return left;
  }

  void run() throws IOException {
    putBack(copy, tree);
  }

  private void putBack(Path from, Path to) throws IOException {
    if (scope.leaves(copy.relativize(from))) {
      return;
    }
    meter.add(0);
    Entry wanted = Entry.of(from);
    if (wanted.is(Kind.DIRECTORY)) {
      putBackDirectory(from, to, wanted);
    } else {
      putBackOne(from, to, wanted);
    }
  }

  private void putBackDirectory(Path from, Path to, Entry wanted) throws IOException {
    Optional<Entry> found = Entry.find(to);
    if (found.filter(it -> it.is(Kind.DIRECTORY)).isEmpty()) {
      makeRoom(to, found, wanted);
      Files.createDirectories(to);
    }
    Attributes.open(to, Entry.of(to));
    Set<Path> wantedNames = new HashSet<>();
    List<Path> children = Children.of(from);
    children.forEach(child -> wantedNames.add(child.getFileName()));
    for (Path extra : Children.of(to)) {
      if (!wantedNames.contains(extra.getFileName())) {
        takeAway(extra);
      }
    }
    for (Path child : children) {
      putBack(child, to.resolve(child.getFileName()));
    }
    boolean wasThere = found.filter(is -> Attributes.are(is, wanted)).isPresent();
    give(to, from, wanted, wasThere);
  }

  private void takeAway(Path extra) throws IOException {
    Path relative = tree.relativize(extra);
    if (scope.leaves(relative)) {
      return;
    }
    if (extra.getFileName().toString().startsWith(OURS)) {
      TreeRemoval.deleteAll(extra);
    } else if (scope.leavesBelow(relative) && Entry.of(extra).is(Kind.DIRECTORY)) {
      for (Path child : Children.of(extra)) {
        takeAway(child);
      }
    } else {
      putAside(extra, relative);
    }
  }

  /** What we may not move stays: it is in nobody's way, and no reason to leave the rest undone. */
  private void putAside(Path extra, Path relative) throws IOException {
    try {
      aside.move(extra, relative);
    } catch (AccessDeniedException refused) {
      if (Attributes.canBeGiven(Entry.of(extra))) {
        throw refused;
      }
      left++;
    }
  }

  private void putBackOne(Path from, Path to, Entry wanted) throws IOException {
    Optional<Entry> found = Entry.find(to);
    boolean same = found.isPresent() && comparison.holdsSame(to, found.get(), from, wanted);
    if (same && names.agree(to, found.get(), wanted)) {
      names.add(to, found.get(), wanted);
      give(to, from, wanted, Comparison.isGivenSame(to, found.get(), from, wanted));
      return;
    }
    Path staged = stage(from, to, wanted);
    if (!same) {
      makeRoom(to, found, wanted);
    }
    Files.move(staged, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    names.add(to, Entry.of(to), wanted);
    restored++;
  }

  /** Whole and on the disk, beside the place that it is for. */
  private Path stage(Path from, Path to, Entry wanted) throws IOException {
    Path staged = to.resolveSibling(OURS);
    Files.deleteIfExists(staged);
    Optional<Path> first = names.first(wanted);
    if (wanted.is(Kind.LINK)) {
      Files.createSymbolicLink(staged, Files.readSymbolicLink(from));
      Attributes.give(staged, wanted);
    } else if (first.isPresent()) {
      Files.createLink(staged, first.get());
    } else {
      Content.copy(from, staged, meter);
      Extras.give(staged, from);
      Attributes.give(staged, wanted);
      Content.force(staged);
    }
    return staged;
  }

  /** A file keeps its name until another takes it; what no file can replace goes at once. */
  private void makeRoom(Path path, Optional<Entry> found, Entry wanted) throws IOException {
    if (found.isEmpty()) {
      return;
    }
    Path relative = tree.relativize(path);
    if (found.get().is(Kind.FILE) && !wanted.is(Kind.DIRECTORY)) {
      aside.keep(path, relative);
    } else {
      aside.move(path, relative);
    }
  }

  private void give(Path to, Path from, Entry wanted, boolean has) throws IOException {
    if ((has && !wanted.is(Kind.DIRECTORY)) || !Attributes.canBeGiven(Entry.of(to))) {
      return;
    }
    if (!wanted.is(Kind.LINK)) {
      Extras.give(to, from);
    }
    Attributes.give(to, wanted);
    if (!has) {
      restored++;
    }
  }
}

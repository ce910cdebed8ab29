package io.safeupdate.activities.tree;

import io.safeupdate.activities.tree.TreeCopy.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One comparing of a tree with its copy. */
final class Comparing {
  private final Path tree;
  private final Path copy;
  private final Scope scope;
  private final Comparison comparison;
  private final int limit;
  private final List<Difference> differences = new ArrayList<>();

  Comparing(Path tree, Path copy, Scope scope, Comparison comparison, int limit) {
    this.tree = tree;
    this.copy = copy;
    this.scope = scope;
    this.comparison = comparison;
    this.limit = limit;
  }

  List<Difference> all() throws IOException {
    compare(copy.relativize(copy));
    return List.copyOf(differences);
  }

  private void compare(Path relative) throws IOException {
    if (scope.leaves(relative) || differences.size() >= limit) {
      return;
    }
    Path one = tree.resolve(relative);
    Path other = copy.resolve(relative);
    Optional<Entry> is = Entry.find(one);
    Optional<Entry> wanted = Entry.find(other);
    if (wanted.isEmpty()) {
      note(relative, "new");
    } else if (is.isEmpty()) {
      note(relative, "missing");
    } else {
      compare(relative, one, is.get(), other, wanted.get());
    }
  }

  private void compare(Path relative, Path one, Entry is, Path other, Entry wanted)
      throws IOException {
    if (!comparison.holdsSame(one, is, other, wanted)) {
      note(relative, "content");
      return;
    }
    if (!Comparison.isGivenSame(one, is, other, wanted)) {
      note(relative, "attributes");
    }
    if (wanted.is(Kind.DIRECTORY)) {
      for (Path name : names(one, other)) {
        compare(relative.resolve(name));
      }
    }
  }

  private static Set<Path> names(Path one, Path other) throws IOException {
    Set<Path> names = new LinkedHashSet<>();
    Children.of(other).forEach(child -> names.add(child.getFileName()));
    Children.of(one).forEach(child -> names.add(child.getFileName()));
    return names;
  }

  private void note(Path relative, String what) {
    if (differences.size() < limit) {
      differences.add(new Difference(relative, what));
    }
  }
}

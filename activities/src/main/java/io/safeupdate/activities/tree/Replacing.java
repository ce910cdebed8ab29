package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a tree as a whole: half of it would be worse than none. */
final class Replacing {
  private Replacing() {}

  static void with(Path tree, Path copy, Aside aside, Meter meter) throws IOException {
    Path parent = tree.getParent();
    Path staged = parent.resolve(PuttingBack.OURS + "-whole");
    Files.createDirectories(parent);
    TreeRemoval.deleteAll(staged);
    new Copying(copy, Scope.ALL, meter).copy(copy, staged);
    TreeSync.force(staged);
    if (Entry.find(tree).isPresent()) {
      aside.move(tree, tree.getFileName());
    }
    Files.move(staged, tree, StandardCopyOption.ATOMIC_MOVE);
    Content.force(parent);
  }
}

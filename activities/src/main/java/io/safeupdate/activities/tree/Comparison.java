package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether an entry is what its copy is. */
final class Comparison {
  private final Meter meter;
  private final Depth depth;

  /** What is taken as the proof that two files hold the same. */
  enum Depth {
    CONTENT,
    /** Size and time: for files whose content was compared shortly before. */
    TIME
  }

  Comparison(Meter meter, Depth depth) {
    this.meter = meter;
    this.depth = depth;
  }

  /** Of two files or two links: whether they hold the same. */
  boolean holdsSame(Path one, Entry is, Path other, Entry wanted) throws IOException {
    if (is.kind() != wanted.kind()) {
      return false;
    }
    return switch (is.kind()) {
      case LINK -> Files.readSymbolicLink(one).equals(Files.readSymbolicLink(other));
      case FILE -> is.size() == wanted.size() && hasSameContent(one, is, other, wanted);
      default -> true;
    };
  }

  private boolean hasSameContent(Path one, Entry is, Path other, Entry wanted) throws IOException {
    if (depth == Depth.TIME && is.isModifiedWith(wanted)) {
      meter.add(is.size());
      return true;
    }
    return Content.same(one, other, meter);
  }

  /** Whether owner, permissions, time and the rest are the same. */
  static boolean isGivenSame(Path one, Entry is, Path other, Entry wanted) throws IOException {
    return Attributes.are(is, wanted) && (is.is(Kind.LINK) || Extras.are(one, other));
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.words.ShellWord;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** How to put the copy of a checkout back by hand, in plain shell commands. */
record CheckoutNote(Path files, CheckoutCopy copy) {
  private static final String TEXT =
      """
      #    Where git cannot read the checkout any more, this first; then the two lines above again:
      #    mv %1$s/.git %1$s.broken-git; cp -a %2$s/.git %1$s/.git
      #    All other files as they were copied. What is new since stays beside them.
      tar -C %2$s --anchored --no-wildcards --exclude=./.git%3$s --format=posix -cf - . | tar -C %1$s -xpf -
      """;

  String text() {
    return TEXT.formatted(
        ShellWord.of(copy.root().toString()), ShellWord.of(files.toString()), excluded());
  }

  /** What users wrote there since stays. */
  private String excluded() {
    return copy.live().stream()
        .map(part -> part.path().isEmpty() ? "." : "./" + part.path())
        .map(path -> " --exclude=" + ShellWord.of(path))
        .collect(Collectors.joining());
  }
}

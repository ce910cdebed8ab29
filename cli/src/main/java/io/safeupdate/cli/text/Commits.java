package io.safeupdate.cli.text;

import java.util.Optional;

/** Commits as people write them. */
final class Commits {
  private static final int SHORT = 10;

  private Commits() {}

  static String brief(String commit) {
    return commit.length() > SHORT && commit.matches("[0-9a-f]+")
        ? commit.substring(0, SHORT)
        : commit;
  }

  static String brief(Optional<String> commit) {
    return commit.map(Commits::brief).orElse("unknown");
  }

  /** Such as {@code 1a2b3c4d5e → 5d6e7f8a9b}. */
  static String move(Optional<String> from, Optional<String> to) {
    return brief(from) + " → " + brief(to);
  }
}

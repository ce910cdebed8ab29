package io.safeupdate.activities.git;

import java.util.List;

/** The place of a submodule in a commit, and the commit it wants there. */
record Gitlink(String path, String commit) {
  private static final String MODE = "160000 ";

  /** Those of a commit; {@code HEAD} will do as its name. */
  static List<Gitlink> in(GitCli git, String commit) {
    return git.demand("ls-tree", "-r", "-z", "--full-tree", commit).items().stream()
        .filter(item -> item.startsWith(MODE))
        .map(Gitlink::of)
        .toList();
  }

  private static Gitlink of(String item) {
    String[] parts = item.split("\t", 2);
    return new Gitlink(parts[1], parts[0].substring(parts[0].lastIndexOf(' ') + 1));
  }
}

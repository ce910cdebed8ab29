package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of `git status --porcelain=v2`. */
final class CliStatus {
  private static final String NO_COMMIT = "(initial)";
  private static final String DETACHED = "(detached)";

  private final GitCli git;

  CliStatus(GitCli git) {
    this.git = git;
  }

  State read() {
    GitEnded status =
        git.demand(
            "status",
            "--porcelain=v2",
            "-z",
            "--branch",
            "--untracked-files=all",
            "--no-renames",
            "--ignore-submodules=untracked");
    Reading reading = new Reading();
    status.items().forEach(reading::take);
    if (reading.head.equals(NO_COMMIT)) {
      throw Refusal.unusable(git.tree().root(), "its branch has no commit yet.");
    }
    return new State(
        reading.head,
        Optional.of(reading.branch).filter(name -> !name.equals(DETACHED)),
        reading.changed,
        reading.untracked,
        IndexLock.isHeld(git.tree()),
        git.tree().midOperation());
  }

  private static final class Reading {
    private String head = NO_COMMIT;
    private String branch = DETACHED;
    private final List<String> changed = new ArrayList<>();
    private final List<String> untracked = new ArrayList<>();

    void take(String item) {
      switch (item.charAt(0)) {
        case '#' -> takeHeader(item);
        case '1' -> changed.add(after(item, 8));
        case 'u' -> changed.add(after(item, 10));
        case '?' -> untracked.add(Paths.plain(after(item, 1)));
        default -> throw new IllegalStateException("git status says " + item);
      }
    }

    private void takeHeader(String item) {
      if (item.startsWith("# branch.oid ")) {
        head = after(item, 2);
      } else if (item.startsWith("# branch.head ")) {
        branch = after(item, 2);
      }
    }

    private static String after(String item, int fields) {
      return item.split(" ", fields + 1)[fields];
    }
  }
}

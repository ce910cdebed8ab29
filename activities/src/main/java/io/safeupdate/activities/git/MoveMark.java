package io.safeupdate.activities.git;

/**
 * The mark on the command line of a git that moves files for us. When we are killed it may live on
 * and write files for a moment; the mark is how the next attempt sees it.
 */
final class MoveMark {
  private static final String KEY = "safe-update.moves";

  private MoveMark() {}

  static String key() {
    return KEY;
  }

  static String value(WorkTree tree) {
    return tree.gitDir().toString();
  }

  static boolean isOnSomeProcess(WorkTree tree) {
    String mark = " " + KEY + "=" + value(tree) + " ";
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(mark));
  }
}

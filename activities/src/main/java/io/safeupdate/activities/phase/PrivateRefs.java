package io.safeupdate.activities.phase;

/** Git refs of our own: they keep commits from garbage collection and nobody's log shows them. */
final class PrivateRefs {
  private PrivateRefs() {}

  /** The target that was fetched last. */
  static String fetched(String deployment) {
    return "refs/safe-update/fetched/" + deployment;
  }

  static String restorePoint(String id) {
    return "refs/safe-update/restore-points/" + id;
  }
}

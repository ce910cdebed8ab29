package io.safeupdate.activities.git;

/** Paths inside a repository: with slashes, relative to its root. */
final class Paths {
  private Paths() {}

  /** Without the slash that git puts behind a directory. */
  static String plain(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}

package io.safeupdate.activities.tree;

/** What an entry of a directory is. */
enum Kind {
  DIRECTORY(0040000),
  FILE(0100000),
  LINK(0120000),
  /** A socket, a pipe or a device: no copy can hold it. */
  OTHER(0);

  private static final int FORMAT = 0170000;

  private final int format;

  Kind(int format) {
    this.format = format;
  }

  /** By the system's own number for kind and permissions. */
  static Kind of(int mode) {
    for (Kind kind : values()) {
      if (kind.format == (mode & FORMAT)) {
        return kind;
      }
    }
    return OTHER;
  }
}

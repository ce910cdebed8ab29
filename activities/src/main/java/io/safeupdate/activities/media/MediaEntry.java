package io.safeupdate.activities.media;

/**
 * One entry of an archive.
 *
 * @param path below the media directory; empty: the directory itself
 * @param type {@code file}, {@code directory}, {@code symlink}, {@code hardlink} or {@code special}
 * @param size of a file's content, in bytes
 * @param mode permission bits, in octal
 * @param mtime seconds since 1970
 * @param link what a link leads to, as it is written; a hard link's lies below the media directory
 * @param sha256 of a file's content
 */
public record MediaEntry(
    String path,
    String type,
    long size,
    String mode,
    long uid,
    long gid,
    long mtime,
    String link,
    String sha256) {

  static final String FILE = "file";

  /** Whether it lies right in the media directory. */
  boolean isTopLevel() {
    return !path.isEmpty() && path.indexOf('/') < 0;
  }
}

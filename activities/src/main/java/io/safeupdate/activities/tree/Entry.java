package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the system knows of an entry beside its content.
 *
 * @param mode permissions with set-user-id, set-group-id and sticky
 * @param links how many names it has
 * @param identity the same for all its names
 */
record Entry(
    Kind kind,
    int mode,
    int user,
    int group,
    FileTime modified,
    long size,
    int links,
    Id identity) {
  private static final String ALL = "unix:mode,uid,gid,lastModifiedTime,size,nlink,dev,ino";
  private static final int PERMISSIONS = 07777;

  /** Which one it is of its file system. */
  record Id(long device, long number) {}

  static Entry of(Path path) throws IOException {
    Map<String, Object> is = Files.readAttributes(path, ALL, LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) is.get("mode");
    return new Entry(
        Kind.of(mode),
        mode & PERMISSIONS,
        (Integer) is.get("uid"),
        (Integer) is.get("gid"),
        (FileTime) is.get("lastModifiedTime"),
        (Long) is.get("size"),
        (Integer) is.get("nlink"),
        new Id((Long) is.get("dev"), (Long) is.get("ino")));
  }

  /** Empty: there is none. */
  static Optional<Entry> find(Path path) throws IOException {
    try {
      return Optional.of(of(path));
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Optional.empty();
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Java can give a link's time back to the microsecond only. */
  boolean isModifiedWith(Entry other) {
    return kind == Kind.LINK
        ? modified.to(TimeUnit.MICROSECONDS) == other.modified.to(TimeUnit.MICROSECONDS)
        : modified.equals(other.modified);
  }
}

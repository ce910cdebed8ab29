package io.safeupdate.activities.tree;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;

/** Gives an entry the owner, the permissions and the time of another. */
final class Attributes {
  private static final long ME = new UnixSystem().getUid();
  private static final boolean ROOT = ME == 0;

  private Attributes() {}

  /** Owner first, because that takes set-user-id away; the time last, because all else sets it. */
  static void give(Path path, Entry wanted) throws IOException {
    Entry now = Entry.of(path);
    own(path, wanted, now);
    if (!wanted.is(Kind.LINK)) {
      Files.setAttribute(path, "unix:mode", wanted.mode(), LinkOption.NOFOLLOW_LINKS);
    }
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(wanted.modified(), null, null);
  }

  /** Whether we may: only root can change what others own. */
  static boolean canBeGiven(Entry entry) {
    return ROOT || entry.user() == ME;
  }

  /** Whether one has what {@link #give} would give it. Only root can give files to others. */
  static boolean are(Entry now, Entry wanted) {
    return (wanted.is(Kind.LINK) || now.mode() == wanted.mode())
        && now.isModifiedWith(wanted)
        && (!ROOT || isOwnedAlike(now, wanted));
  }

  private static boolean isOwnedAlike(Entry now, Entry wanted) {
    return now.user() == wanted.user() && now.group() == wanted.group();
  }

  private static void own(Path path, Entry wanted, Entry now) throws IOException {
    if (isOwnedAlike(now, wanted)) {
      return;
    }
    try {
      Files.setAttribute(path, "unix:uid", wanted.user(), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", wanted.group(), LinkOption.NOFOLLOW_LINKS);
    } catch (FileSystemException refused) {
      if (ROOT) {
        throw refused;
      }
    }
  }

  /** Lets us work in a directory whose permissions keep even its owner out. */
  static void open(Path directory, Entry now) throws IOException {
    if ((now.mode() & 0700) != 0700) {
      Files.setAttribute(directory, "unix:mode", now.mode() | 0700, LinkOption.NOFOLLOW_LINKS);
    }
  }
}

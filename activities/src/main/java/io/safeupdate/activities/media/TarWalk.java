package io.safeupdate.activities.media;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads a tar stream entry by entry, and hands on the very bytes of those that are wanted: written
 * anew, an entry would lose what the writer does not know of.
 */
final class TarWalk {
  private static final int RECORD = 512;
  private static final int BUFFER = 1 << 18;

  private final Tap tap;
  private final TarArchiveInputStream tar;
  private final OutputStream copy;
  private final Predicate<String> wanted;
  private final Consumer<MediaEntry> each;
  private final MessageDigest sha256 = Sha256.digest();
  private final byte[] buffer = new byte[BUFFER];

  /** The name of the topmost directory, once it was met. */
  private String root = "";

  private String last = "its beginning";

  /** What stands between the content of the last entry and the next header. */
  private int padding;

  private boolean keeping;

  private TarWalk(
      InputStream stream, Predicate<String> wanted, OutputStream copy, Consumer<MediaEntry> each) {
    this.tap = new Tap(stream);
    this.tar = new TarArchiveInputStream(tap, RECORD, RECORD, StandardCharsets.UTF_8.name());
    this.wanted = wanted;
    this.copy = copy;
    this.each = each;
  }

  /**
   * Walks to the end of the stream. It is not closed, and neither is the copy.
   *
   * @param wanted whether a path below the topmost directory is
   * @param copy gets a whole tar stream of what is wanted
   * @param each gets every wanted entry, in the order of the stream
   * @return the name of the topmost directory
   * @throws TornTarException when the stream ends before its end mark
   */
  static String walk(
      InputStream stream, Predicate<String> wanted, OutputStream copy, Consumer<MediaEntry> each)
      throws IOException {
    TarWalk walk = new TarWalk(stream, wanted, copy, each);
    walk.toTheEnd();
    copy.write(new byte[2 * RECORD]);
    while (stream.read(walk.buffer) >= 0) {
      // whoever writes it may wait until all is read
    }
    return walk.root;
  }

  private void toTheEnd() throws IOException {
    try {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        entry(e, tap.take());
      }
    } catch (IOException e) {
      boolean torn = String.valueOf(e.getMessage()).startsWith("Truncated");
      throw torn ? new TornTarException(last) : e;
    }
    byte[] raw = tap.take();
    if (raw.length < padding + RECORD) {
      throw new TornTarException(last);
    }
    keep(raw, 0, padding);
  }

  private void entry(TarArchiveEntry entry, byte[] raw) throws IOException {
    keep(raw, 0, padding);
    String path = below(entry.getName());
    keeping = wanted.test(path);
    keep(raw, padding, raw.length - padding);
    last = entry.getName();
    String hash = content(entry);
    padding = (int) (-entry.getSize() & (RECORD - 1));
    if (keeping) {
      each.accept(met(path, entry, hash));
    }
  }

  private void keep(byte[] bytes, int offset, int length) throws IOException {
    if (keeping) {
      copy.write(bytes, offset, length);
    }
  }

  private String content(TarArchiveEntry entry) throws IOException {
    if (entry.isSparse()) {
      throw refused(entry, "is stored as a sparse file, which no Docker engine does");
    }
    tap.collect(false);
    for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
      sha256.update(buffer, 0, read);
      keep(buffer, 0, read);
    }
    tap.collect(true);
    return Sha256.hex(sha256);
  }

  private MediaEntry met(String path, TarArchiveEntry entry, String hash) {
    String type = type(entry);
    return new MediaEntry(
        path,
        type,
        type.equals(MediaEntry.FILE) ? entry.getSize() : 0,
        Integer.toOctalString(entry.getMode() & 07777),
        entry.getLongUserId(),
        entry.getLongGroupId(),
        entry.getLastModifiedTime().toInstant().getEpochSecond(),
        link(entry),
        type.equals(MediaEntry.FILE) ? hash : "");
  }

  private static String type(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return "directory";
    }
    if (entry.isSymbolicLink()) {
      return "symlink";
    }
    if (entry.isLink()) {
      return "hardlink";
    }
    return entry.isFile() ? MediaEntry.FILE : "special";
  }

  private String link(TarArchiveEntry entry) {
    if (!entry.isLink()) {
      return entry.isSymbolicLink() ? entry.getLinkName() : "";
    }
    String first = below(entry.getLinkName());
    if (!wanted.test(first)) {
      throw refused(entry, "is a hard link to " + Shown.path(first) + ", which stays behind");
    }
    return first;
  }

  private static StepFailure refused(TarArchiveEntry entry, String why) {
    return new StepFailure(
        FailureType.BACKUP_INVALID, "%s %s.".formatted(Shown.path(entry.getName()), why));
  }

  /** The path below the topmost directory, which is the first entry's first step. */
  private String below(String name) {
    String path = name.startsWith("./") ? name.substring(2) : name;
    int step = path.indexOf('/');
    String first = step < 0 ? path : path.substring(0, step);
    if (root.isEmpty()) {
      root = first;
    }
    String rest = step < 0 ? "" : path.substring(step + 1);
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
  }
}

package io.safeupdate.activities.transfer;

import io.safeupdate.activities.database.Incoming;
import io.safeupdate.activities.docker.Tar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A file on its way into the hidden directory where {@link Incoming} expects it.
 *
 * @param modified what it was last modified
 */
record Parcel(String name, Incoming.Owner owner, long bytes, FileTime modified) {
  private static final int DIRECTORY = 040700;
  private static final int FILE = 0100000;

  /** Writes the content; exactly as many bytes as were announced. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Writes the tar stream that brings it. */
  void write(OutputStream stream, Content content) throws IOException {
    try (TarArchiveOutputStream tar = Tar.to(stream)) {
      tar.putArchiveEntry(entry(Incoming.STAGING + "/", DIRECTORY));
      tar.closeArchiveEntry();
      TarArchiveEntry entry = entry(Incoming.STAGING + "/" + name, FILE | owner.mode());
      entry.setSize(bytes);
      tar.putArchiveEntry(entry);
      content.writeTo(tar);
      tar.closeArchiveEntry();
    }
  }

  private TarArchiveEntry entry(String path, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setMode(mode);
    entry.setUserId(owner.user());
    entry.setGroupId(owner.group());
    entry.setLastModifiedTime(modified);
    return entry;
  }
}

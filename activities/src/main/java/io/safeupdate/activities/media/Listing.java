package io.safeupdate.activities.media;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.safeupdate.activities.words.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;

/** Writes what an archive holds, a line for each entry, and keeps count. */
final class Listing implements AutoCloseable {
  private static final ObjectMapper LINES =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private static final ObjectWriter LINE = LINES.writerFor(MediaEntry.class);

  private final Path file;
  private final long began;
  private final MessageDigest sha256 = Sha256.digest();
  private final OutputStream lines;
  private long entries;
  private long topLevel;
  private long contentBytes;
  private int changed;

  /**
   * @param began from then on, a change of a file may have come while it was read
   */
  Listing(Path file, Instant began) throws IOException {
    this.file = file;
    this.began = began.getEpochSecond();
    this.lines =
        new BufferedOutputStream(new DigestOutputStream(OwnFile.create(file), sha256), 1 << 16);
  }

  void add(MediaEntry entry) {
    try {
      LINE.writeValue(lines, entry);
      lines.write('\n');
    } catch (IOException e) {
      throw Trouble.with(file, e);
    }
    entries++;
    contentBytes += entry.size();
    topLevel += entry.isTopLevel() ? 1 : 0;
    changed += entry.type().equals(MediaEntry.FILE) && entry.mtime() >= began ? 1 : 0;
  }

  long entries() {
    return entries;
  }

  long topLevel() {
    return topLevel;
  }

  long contentBytes() {
    return contentBytes;
  }

  /** How many files changed since the reading began, or just before. */
  int changed() {
    return changed;
  }

  /** Of all lines, once it is closed; begins anew. */
  String sha256() {
    return Sha256.hex(sha256);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  static MappingIterator<MediaEntry> read(Path file) throws IOException {
    return LINES.readerFor(MediaEntry.class).readValues(Files.newBufferedReader(file));
  }
}

package io.safeupdate.activities.media;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes one archive out of a tar stream, and reads it back while it does. */
final class ArchiveWriter {
  private final Archives archives;
  private final Packing packing;
  private final Clock clock;

  ArchiveWriter(Archives archives, Packing packing, Clock clock) {
    this.archives = archives;
    this.packing = packing;
    this.clock = clock;
  }

  /**
   * Makes the archive; what an earlier attempt left of it is replaced.
   *
   * @throws TornTarException when the stream is not whole
   * @throws IOException when the stream cannot be read
   * @throws StepFailure {@code DiskFull}, {@code BackupInvalid} when what is in the file is not
   *     what was written
   */
  MediaArchive write(Source source, InputStream tar, Progress progress) throws IOException {
    Instant began = clock.instant();
    Path part = archives.part(source.name() + packing.extension());
    Path lines = archives.part(source.name() + Archives.LISTING);
    Listing listing = new Listing(lines, began);
    Written written;
    try (listing) {
      written = pack(part, tar, listing, progress);
    }
    return archives.add(manifest(source, began, written, listing), part, lines);
  }

  /** What came out. */
  private record Written(String root, long tarBytes, ReadBack.Read read) {}

  private Written pack(Path part, InputStream tar, Listing listing, Progress progress)
      throws IOException {
    Flow flow = new Flow("packed", progress);
    CheckedOutputStream file = new CheckedOutputStream(OwnFile.create(part), new CRC32C());
    ReadBack readBack = ReadBack.whileWritten(part);
    FutureTask<ReadBack.Read> reading = new FutureTask<>(readBack);
    Thread reader = new Thread(reading, "media-read-back");
    reader.setDaemon(true);
    reader.start();
    try {
      String root;
      try (OutputStream packed = new PackedFile(part, packing.pack(file), flow)) {
        root = TarWalk.walk(tar, Own::isNot, packed, listing::add);
      }
      OwnFile.sync(part);
      readBack.end();
      return new Written(root, flow.bytes(), whole(part, file.getChecksum().getValue(), reading));
    } finally {
      readBack.end();
      reading.cancel(true);
    }
  }

  private static ReadBack.Read whole(Path part, long crc32c, FutureTask<ReadBack.Read> reading) {
    try {
      ReadBack.Read read = reading.get();
      if (read.crc32c() == crc32c) {
        return read;
      }
      throw damaged(part, "its checksum differs");
    } catch (ExecutionException e) {
      throw damaged(part, String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Packing was stopped");
    }
  }

  private static StepFailure damaged(Path part, String how) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "%s was written, but what it holds is not that: %s. See whether the disk is sound."
            .formatted(part, how));
  }

  private MediaArchive manifest(Source source, Instant began, Written written, Listing listing) {
    return new MediaArchive(
        MediaArchive.SCHEMA_VERSION,
        source.name(),
        packing,
        began,
        source.deployment(),
        source.operation(),
        source.commit(),
        source.service(),
        source.path(),
        source.volume(),
        written.root(),
        listing.entries(),
        listing.topLevel(),
        listing.contentBytes(),
        written.tarBytes(),
        written.read().bytes(),
        written.read().sha256(),
        listing.sha256(),
        clock.instant(),
        "read back as it was written",
        notes(listing));
  }

  private static List<String> notes(Listing listing) {
    List<String> notes = new ArrayList<>();
    if (listing.changed() > 0) {
      notes.add(
          "%d of the files changed while they were read, or just before: each may be half old and half new"
              .formatted(listing.changed()));
    }
    return notes;
  }

  /** Tells trouble with our file from trouble with the stream that is read. */
  private static final class PackedFile extends OutputStream {
    private final Path file;
    private final OutputStream packed;
    private final Flow flow;

    PackedFile(Path file, OutputStream packed, Flow flow) {
      this.file = file;
      this.packed = packed;
      this.flow = flow;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        packed.write(bytes, offset, length);
      } catch (IOException e) {
        throw Trouble.with(file, e);
      }
      flow.add(length);
    }

    @Override
    public void close() {
      try {
        packed.close();
      } catch (IOException e) {
        throw Trouble.with(file, e);
      }
    }
  }
}

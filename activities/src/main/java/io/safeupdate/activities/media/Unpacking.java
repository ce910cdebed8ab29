package io.safeupdate.activities.media;

import com.fasterxml.jackson.databind.MappingIterator;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts an archive into a directory of a container, and compares what is there then. */
final class Unpacking {
  private static final int BUFFER = 1 << 18;

  private final Engine engine;
  private final Archives archives;
  private final MediaArchive archive;

  Unpacking(Engine engine, Archives archives, MediaArchive archive) {
    this.engine = engine;
    this.archives = archives;
    this.archive = archive;
  }

  void unpack(String container, String directory, Progress progress) {
    Path file = archives.file(archive);
    Flow flow = new Flow("unpacked", progress);
    engine.write(
        container,
        directory,
        tar -> {
          try (InputStream packed = Files.newInputStream(file);
              InputStream content = archive.packing().unpack(packed)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
              tar.write(buffer, 0, read);
              flow.add(read);
            }
          }
        });
  }

  void compare(String container, String directory, Progress progress) {
    Flow flow = new Flow("compared", progress);
    try (MappingIterator<MediaEntry> listed = Listing.read(archives.listing(archive))) {
      String path = directory + "/" + archive.root();
      engine.read(container, path, tar -> walk(tar, listed, flow));
      if (listed.hasNextValue()) {
        throw differs("%s is missing".formatted(shown(listed.nextValue())));
      }
    } catch (IOException e) {
      throw Trouble.with(archives.listing(archive), e);
    }
  }

  private String walk(InputStream tar, MappingIterator<MediaEntry> listed, Flow flow)
      throws IOException {
    try {
      return TarWalk.walk(
          tar,
          path -> true,
          OutputStream.nullOutputStream(),
          entry -> {
            flow.add(entry.size());
            requireSame(next(listed), entry);
          });
    } catch (TornTarException e) {
      throw differs(e.getMessage());
    }
  }

  private static Optional<MediaEntry> next(MappingIterator<MediaEntry> listed) {
    return listed.hasNext() ? Optional.of(listed.next()) : Optional.empty();
  }

  private static void requireSame(Optional<MediaEntry> listed, MediaEntry there) {
    if (listed.isEmpty()) {
      throw differs("%s is there besides".formatted(shown(there)));
    }
    if (!listed.get().equals(there)) {
      throw differs("%s instead of %s".formatted(there, listed.get()));
    }
  }

  private static String shown(MediaEntry entry) {
    return Shown.path(entry.path());
  }

  private static StepFailure differs(String how) {
    return new StepFailure(
        FailureType.RESTORE_UNVERIFIED,
        "What was unpacked is not what was archived: %s. The files in use were not touched."
            .formatted(Shown.line(how)));
  }
}

package io.safeupdate.activities.media;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The archives of a deployment in one directory: {@code NAME.tar.zst} or {@code .tar.gz}, beside it
 * {@code NAME.files.jsonl} and, last, the manifest {@code NAME.json}. A file {@code NAME.keep} pins
 * one.
 */
public final class Archives {
  static final String LISTING = ".files.jsonl";
  private static final String MANIFEST = ".json";
  private static final String PIN = ".keep";
  private static final String PART = ".part";

  private final Path directory;

  /**
   * @param directory made by the first archive
   */
  public Archives(Path directory) {
    this.directory = directory;
  }

  /** All that count, newest first. */
  public List<MediaArchive> all() {
    return files().stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(MANIFEST))
        .map(name -> find(name.substring(0, name.length() - MANIFEST.length())))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(MediaArchive::madeAt).reversed())
        .toList();
  }

  /** The archive of a name, which may be that of its file; empty: there is none that counts. */
  public Optional<MediaArchive> find(String name) {
    String bare = Packing.of(name).map(it -> name.replace(it.extension(), "")).orElse(name);
    if (!bare.matches("\\w[\\w.-]*")) {
      return Optional.empty();
    }
    return manifest(bare).read(MediaArchive.class).filter(it -> Files.exists(file(it)));
  }

  /**
   * The archive of a name.
   *
   * @throws StepFailure {@code PreconditionFailed} when there is none
   */
  public MediaArchive get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED,
                    "There is no archive %s in %s. See what there is: safe-update media list"
                        .formatted(name, directory)));
  }

  /** Whether a person pinned it. */
  public boolean isKept(MediaArchive archive) {
    return Files.exists(pin(archive));
  }

  /** Pins an archive: it is never pruned. False: it is pinned already. */
  public boolean keep(MediaArchive archive) {
    if (isKept(archive)) {
      return false;
    }
    try {
      OwnFile.create(pin(archive)).close();
      return true;
    } catch (IOException e) {
      throw Trouble.with(pin(archive), e);
    }
  }

  /** Takes the pin off. False: there was none. */
  public boolean release(MediaArchive archive) {
    boolean was = isKept(archive);
    remove(pin(archive));
    return was;
  }

  /**
   * Reads an archive to its end.
   *
   * @throws StepFailure {@code BackupInvalid} when it is not as it was written
   */
  public MediaArchive verify(MediaArchive archive, Instant now) {
    try {
      ReadBack.Read read = ReadBack.unpacking(file(archive), archive.packing());
      if (!read.sha256().equals(archive.sha256()) || read.unpacked() != archive.tarBytes()) {
        throw invalid(archive, "its SHA-256 is " + read.sha256());
      }
    } catch (IOException e) {
      throw invalid(archive, String.valueOf(e.getMessage()));
    }
    MediaArchive verified = archive.verified(now);
    manifest(archive.name()).write(verified);
    return verified;
  }

  /**
   * Removes archives beyond a number or an age, if there is one. The newest stays, whatever its
   * age, and so do those that are pinned or needed.
   *
   * @param needed names that restore points use
   * @return the names of the removed
   */
  public List<String> prune(int most, Optional<Duration> oldest, Instant now, Set<String> needed) {
    removeUnfinished();
    List<MediaArchive> all = all();
    List<String> removed = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      MediaArchive archive = all.get(i);
      boolean isBeyond = i >= most || isOlder(archive, now, oldest);
      if (isBeyond && !isKept(archive) && !needed.contains(archive.name())) {
        delete(archive);
        removed.add(archive.name());
      }
    }
    return removed;
  }

  private static boolean isOlder(MediaArchive archive, Instant now, Optional<Duration> oldest) {
    return oldest.filter(age -> archive.madeAt().isBefore(now.minus(age))).isPresent();
  }

  /** Where the archive is, for people. */
  public Path file(MediaArchive archive) {
    return directory.resolve(archive.file());
  }

  Path listing(MediaArchive archive) {
    return directory.resolve(archive.name() + LISTING);
  }

  /** Where a file is written that does not count yet. */
  Path part(String file) {
    return directory.resolve("." + file + PART);
  }

  /** Makes a written archive count. */
  MediaArchive add(MediaArchive archive, Path part, Path lines) {
    try {
      OwnFile.sync(lines);
      Files.move(lines, listing(archive), StandardCopyOption.ATOMIC_MOVE);
      Files.move(part, file(archive), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Trouble.with(file(archive), e);
    }
    manifest(archive.name()).write(archive); // syncs the directory too
    return archive;
  }

  /** Removes what attempts left that were ended; nobody may be writing. */
  public void removeUnfinished() {
    files().stream()
        .filter(path -> path.getFileName().toString().endsWith(PART))
        .forEach(Archives::remove);
  }

  private void delete(MediaArchive archive) {
    manifest(archive.name()).delete(); // first, so that a half-deleted one does not count
    remove(file(archive));
    remove(listing(archive));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Trouble.with(file, e);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw Trouble.with(directory, e);
    }
  }

  private JsonFile manifest(String name) {
    return new JsonFile(directory.resolve(name + MANIFEST));
  }

  private Path pin(MediaArchive archive) {
    return directory.resolve(archive.name() + PIN);
  }

  private static StepFailure invalid(MediaArchive archive, String how) {
    return new StepFailure(
        FailureType.BACKUP_INVALID,
        "Archive %s is not as it was written: %s. Take another one."
            .formatted(archive.name(), how));
  }
}

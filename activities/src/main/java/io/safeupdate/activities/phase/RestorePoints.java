package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The restore points of a deployment, a directory each. One without a manifest does not count. */
final class RestorePoints {
  private static final String MANIFEST = "manifest.json";

  private final Path root;

  RestorePoints(Path root) {
    this.root = root;
  }

  Path directory(String id) {
    return root.resolve(id);
  }

  Optional<RestorePoint> find(String id) {
    return manifest(directory(id)).read(RestorePoint.class);
  }

  /**
   * Newest first.
   *
   * @throws StepFailure {@code PreconditionFailed} when one of them is damaged
   */
  List<RestorePoint> all() {
    return ids().stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(RestorePoint::createdAt).reversed())
        .toList();
  }

  /** Those that are not damaged. */
  List<RestorePoint> readable() {
    return ids().stream().map(this::findReadable).flatMap(Optional::stream).toList();
  }

  private Optional<RestorePoint> findReadable(String id) {
    try {
      return find(id);
    } catch (StepFailure damaged) {
      return Optional.empty();
    }
  }

  /** Newest first, those from which one commit comes back. */
  Stream<RestorePoint> ofCommit(String commit) {
    return all().stream().filter(point -> point.commit().equals(commit));
  }

  /** Of all that count, the damaged ones too. */
  List<String> ids() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(root)) {
      return directories
          .filter(directory -> Files.exists(manifest(directory).path()))
          .map(directory -> directory.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, "Cannot list " + root + ": " + e.getMessage(), e);
    }
  }

  /** When the manifest was written, to the precision of the file system. */
  Instant writtenAt(String id) {
    try {
      return Files.getLastModifiedTime(manifest(directory(id)).path()).toInstant();
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Cannot look at " + directory(id) + ": " + e.getMessage(),
          e);
    }
  }

  /** Written last of all it consists of: from then on the restore point counts. */
  void write(RestorePoint point) {
    manifest(directory(point.id())).write(point);
  }

  /** The manifest goes first, so that a half-deleted one does not count. */
  void delete(String id) {
    manifest(directory(id)).delete();
    Trees.delete(directory(id));
  }

  private static JsonFile manifest(Path directory) {
    return new JsonFile(directory.resolve(MANIFEST));
  }
}

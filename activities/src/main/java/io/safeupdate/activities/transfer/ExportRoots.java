package io.safeupdate.activities.transfer;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The directories of this host below which backups may be written and read. Whoever may start an
 * operation names a path; the worker, which may be root, must not be led by it to any other file,
 * not by {@code ..} and not by a symbolic link.
 */
public final class ExportRoots {
  private final List<Path> roots;

  public ExportRoots(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /**
   * The real path of a directory to write into, made where it is missing; the root itself must be
   * there, for it may be a disk that is not mounted.
   *
   * @throws StepFailure {@code PreconditionFailed} when it lies under no root
   */
  public Path directory(String wanted) {
    Path directory = parse(wanted);
    Path deepest = directory;
    while (deepest.getParent() != null && !Files.exists(deepest, LinkOption.NOFOLLOW_LINKS)) {
      deepest = deepest.getParent();
    }
    requireInside(real(deepest), directory);
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw LocalFiles.failure("Making the directory " + Shown.path(directory.toString()), e);
    }
    return requireInside(real(directory), directory);
  }

  /**
   * The real path of an existing file to read.
   *
   * @throws StepFailure {@code PreconditionFailed} when it lies under no root, or is no file
   */
  public Path file(String wanted) {
    Path file = parse(wanted);
    // First the place, so that nobody learns from the answer what lies elsewhere.
    requireInside(real(file.getParent() == null ? file : file.getParent()), file);
    Path real = requireInside(real(file), file);
    if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("%s is not a file.".formatted(Shown.path(wanted)));
    }
    return real;
  }

  private Path parse(String wanted) {
    if (roots.isEmpty()) {
      throw refused(
          "This host's configuration names no directory for exports and imports. Add one as"
              + " `exportRoots`, for example `exportRoots: [/srv/backups]`.");
    }
    try {
      Path path = Path.of(wanted);
      if (!path.isAbsolute()) {
        throw refused("%s must be an absolute path.".formatted(Shown.path(wanted)));
      }
      Path normal = path.normalize();
      return roots.stream().anyMatch(normal::startsWith) ? normal : outside(normal);
    } catch (InvalidPathException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, Shown.path(wanted) + " is not a path.", e);
    }
  }

  /** A root may itself be named by a way that leads over links. */
  private Path outside(Path normal) {
    if (roots.stream()
        .filter(Files::isDirectory)
        .map(ExportRoots::real)
        .anyMatch(normal::startsWith)) {
      return normal;
    }
    throw outsideOfRoots(normal);
  }

  private Path requireInside(Path real, Path wanted) {
    boolean inside =
        roots.stream().filter(Files::isDirectory).map(ExportRoots::real).anyMatch(real::startsWith);
    if (!inside) {
      throw outsideOfRoots(wanted);
    }
    return real;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "There is no %s on this host.".formatted(Shown.path(path.toString())),
          e);
    }
  }

  private StepFailure outsideOfRoots(Path path) {
    String allowed =
        roots.stream().map(root -> Shown.path(root.toString())).collect(Collectors.joining(", "));
    return refused(
        "%s does not lie in an existing export root of this host (%s). Choose a place below one, or add another to `exportRoots` in the host's configuration."
            .formatted(Shown.path(path.toString()), allowed));
  }

  private static StepFailure refused(String message) {
    return new StepFailure(FailureType.PRECONDITION_FAILED, message);
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.host.CheckoutCopy.Part;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.Copied;
import io.safeupdate.activities.tree.TreeCopy;
import io.safeupdate.activities.tree.TreeRemoval;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.config.UpdateConfig.CheckoutReturn;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copy of a checkout's directory in a restore point: {@code checkout/files}, and {@code
 * checkout/copy.json}, without which it does not count.
 */
final class CheckoutCopies {
  private final Deployment deployment;
  private final Path directory;

  CheckoutCopies(Deployment deployment, String restorePoint) {
    this.deployment = deployment;
    this.directory = deployment.restorePoints().directory(restorePoint).resolve("checkout");
  }

  /** Whether a deployment's updates make one. */
  static boolean areWanted(Deployment deployment) {
    return deployment.config().update().checkout() == CheckoutReturn.COPY;
  }

  Path files() {
    return directory.resolve("files");
  }

  /** Where that goes which a way back replaces; with a number behind it where names are taken. */
  Path aside() {
    return directory.resolve("put-aside");
  }

  Optional<CheckoutCopy> find() {
    return document().read(CheckoutCopy.class);
  }

  /** The copy, found or made; half a one of an attempt that was killed is made anew. */
  CheckoutCopy make(Baseline before, Progress progress) {
    return find().orElseGet(() -> makeAnew(before, progress));
  }

  /** Of a restore point that was never finished; no-op where there is none. */
  void drop() {
    document().delete();
    TreeRemoval.delete(files());
  }

  private CheckoutCopy makeAnew(Baseline before, Progress progress) {
    Instant now = deployment.host().clock().instant();
    Path root = deployment.checkout().root();
    CheckoutParts parts =
        CheckoutParts.of(
            deployment,
            root,
            deployment.host().compose().config(deployment.project(before)),
            running(before));
    makeDirectory();
    TreeRemoval.delete(files());
    Copied copied = copy(root, parts, progress);
    CheckoutCopy copy =
        new CheckoutCopy(
            CheckoutCopy.SCHEMA_VERSION,
            root,
            now,
            copied.directories(),
            copied.files(),
            copied.links(),
            copied.bytes(),
            parts.excluded(),
            live(parts, copied),
            skipped(copied));
    document().write(copy);
    return copy;
  }

  private Copied copy(Path root, CheckoutParts parts, Progress progress) {
    try {
      return new TreeCopy(root, files()).copy(CheckoutParts.scope(parts.excluded()), progress);
    } catch (StepFailure failure) {
      if (failure.type() == FailureType.DISK_FULL) {
        TreeRemoval.delete(files()); // the way back needs the room
      }
      throw failure;
    }
  }

  private Set<String> running(Baseline before) {
    return deployment.host().engine().containers(before.project(), false).stream()
        .filter(Container::isRunning)
        .flatMap(container -> container.service().stream())
        .collect(Collectors.toSet());
  }

  /** What changed while it was copied belongs to whoever changed it. */
  private static List<Part> live(CheckoutParts parts, Copied copied) {
    return Stream.concat(
            parts.live().stream(),
            copied.unsteady().stream().map(it -> new Part(it.path().toString(), it.why())))
        .toList();
  }

  private static List<Part> skipped(Copied copied) {
    return copied.skipped().stream()
        .map(it -> new Part(Shown.line(it.path().toString()), it.why()))
        .toList();
  }

  /** For its owner only: what is in it may be readable by all. */
  private void makeDirectory() {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, "Making " + directory + " failed: " + e.getMessage(), e);
    }
  }

  private JsonFile document() {
    return new JsonFile(directory.resolve("copy.json"));
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of the target commit, in a directory beside the checkout, so that relative paths that
 * lead out of it still lead to the same place. Disposable: it can be made again at any time.
 */
final class Export {
  private final Deployment deployment;
  private final Path root;
  private final Path directory;
  private final Optional<Path> envFile;

  /**
   * @param tag makes the directory's name unique to an operation
   */
  Export(Deployment deployment, String tag) {
    this(deployment, tag, Optional.empty());
  }

  /**
   * @param envFile takes the place of the deployment's own
   */
  Export(Deployment deployment, String tag, Optional<Path> envFile) {
    this.deployment = deployment;
    this.envFile = envFile;
    Path checkout = deployment.checkout().root();
    this.root = place(checkout, ".safe-update-" + tag);
    this.directory =
        root.resolve(
            checkout.relativize(deployment.config().directory().toAbsolutePath().normalize()));
  }

  private Path place(Path checkout, String suffix) {
    Path parent = checkout.getParent();
    boolean beside = parent != null && Files.isWritable(parent);
    Path base = beside ? parent : deployment.host().state().deployment(deployment.name());
    return base.resolve("." + checkout.getFileName() + suffix);
  }

  Path root() {
    return root;
  }

  /** Writes the commit's files; what a killed attempt left is removed first. */
  void write(String commit, Progress progress) {
    Trees.delete(root);
    Trees.create(root);
    deployment.checkout().export(commit, root, progress);
  }

  /** The target's resolved model, with paths as they are in the export. */
  ComposeModel model(String from) {
    Overlay overlay = new Overlay(deployment.checkout(), from, deployment.checkout().root(), root);
    overlay.link();
    try {
      return deployment.host().compose().config(project());
    } finally {
      overlay.unlink();
    }
  }

  /** Puts untracked files of the checkout where an image build would find them in the checkout. */
  void addUntracked(String from) {
    new Overlay(deployment.checkout(), from, deployment.checkout().root(), root)
        .copy(deployment.config().envFile());
  }

  /**
   * The model as a container may be started from it now: what the export has is mounted from there,
   * all else (uploads, env files) from the checkout.
   */
  ComposeModel inPlace(ComposeModel target) {
    Path checkout = deployment.checkout().root();
    return target.relocated(
        path ->
            path.startsWith(root) && !Files.exists(path)
                ? checkout.resolve(root.relativize(path))
                : path);
  }

  /** A path of the export as it is in the checkout once it is pulled. */
  Path backInCheckout(Path path) {
    return path.startsWith(root)
        ? deployment.checkout().root().resolve(root.relativize(path))
        : path;
  }

  /** The project as it would be with the export in the checkout's place. */
  ComposeProject project() {
    ComposeProject project = deployment.project();
    return new ComposeProject(
        directory,
        project.files().stream().map(this::moved).toList(),
        envFile.or(() -> project.envFile().map(this::movedWhereTracked)),
        project.name(),
        project.profiles());
  }

  /** A path of the checkout as it is in the export; any other path as it is. */
  Path moved(Path path) {
    Path checkout = deployment.checkout().root();
    Path normal = path.toAbsolutePath().normalize();
    return normal.startsWith(checkout) ? root.resolve(checkout.relativize(normal)) : normal;
  }

  private Path movedWhereTracked(Path path) {
    Path moved = moved(path);
    return Files.exists(moved) ? moved : path;
  }

  void delete() {
    Trees.delete(root);
  }
}

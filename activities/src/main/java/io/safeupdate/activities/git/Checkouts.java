package io.safeupdate.activities.git;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Opens checkouts: by JGit, and by the git command line where the repository has something in it
 * that JGit cannot do.
 */
public final class Checkouts {
  private final Map<String, String> environment;
  private final long user;

  /**
   * @param environment what git processes get, and where git itself is looked for ({@code PATH})
   */
  public Checkouts(Map<String, String> environment) {
    this(environment, new UnixSystem().getUid());
  }

  Checkouts(Map<String, String> environment, long user) {
    this.environment = Map.copyOf(environment);
    this.user = user;
  }

  /**
   * The checkout that a directory is the top of, or is in. Reads only.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code ConfigInvalid} when there is no
   *     such directory; {@code CheckoutUnusable} when it is in no work tree, belongs to another
   *     user (unless we are root), or needs a git that is not installed
   */
  public Checkout open(Path directory) {
    WorkTree tree = WorkTree.enclosing(directory);
    try {
      Owner owner = Owner.of(tree.root());
      owner.requireUsableBy(user, tree.root());
      Checkout checkout = choose(tree);
      return owner.user() == user ? checkout : new OwnedCheckout(checkout, tree, owner);
    } catch (IOException | ConfigInvalidException e) {
      throw Refusal.unusable(tree.root(), "it cannot be read: " + JGitWords.of(e), e);
    }
  }

  private Checkout choose(WorkTree tree) throws IOException, ConfigInvalidException {
    StoredConfig config = configOf(tree);
    RemoteNeeds remotes = new RemoteNeeds(config, environment);
    Optional<String> need =
        new ConfigNeeds(tree, config).first().or(remotes::first).or(() -> headNeed(tree));
    if (need.isPresent()) {
      return byGit(tree, need.get());
    }
    return remotes.wish().isPresent() && git().isPresent()
        ? byGit(tree, remotes.wish().get())
        : new JGitCheckout(tree, why -> byGit(tree, why));
  }

  private static StoredConfig configOf(WorkTree tree) throws IOException, ConfigInvalidException {
    FileBasedConfig config =
        new FileBasedConfig(
            SystemReader.getInstance().getUserConfig(),
            tree.commonDir().resolve("config").toFile(),
            FS.DETECTED);
    config.load();
    return config;
  }

  private static Optional<String> headNeed(WorkTree tree) {
    JGitAccess access = new JGitAccess(tree);
    return new JGitLocalSide(access)
        .at(Constants.HEAD)
        .flatMap(head -> access.with(repository -> CommitNeeds.of(repository, head)));
  }

  private Checkout byGit(WorkTree tree, String why) {
    Path program =
        git()
            .orElseThrow(
                () ->
                    Refusal.unusable(
                        tree.root(), "it needs git for %s. Install git.".formatted(why)));
    return new GitCliCheckout(new GitCli(program, tree, environment));
  }

  private Optional<Path> git() {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory).resolve("git"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

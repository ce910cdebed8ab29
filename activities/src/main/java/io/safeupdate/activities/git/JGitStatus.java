package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** The state of a checkout, as JGit sees it. */
final class JGitStatus {
  private final JGitAccess access;

  JGitStatus(JGitAccess access) {
    this.access = access;
  }

  State read() {
    return access.with(this::read);
  }

  @SuppressWarnings("resource") // Git.wrap owns nothing: the repository is closed by who opened it.
  private State read(Repository repository) throws IOException, GitAPIException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw Refusal.unusable(access.tree().root(), "its branch has no commit yet.");
    }
    Status status = Git.wrap(repository).status().call();
    return new State(
        head.name(),
        branch(repository),
        changed(status),
        List.copyOf(new TreeSet<>(status.getUntracked())),
        IndexLock.isHeld(access.tree()),
        access.tree().midOperation());
  }

  private static Optional<String> branch(Repository repository) throws IOException {
    return Optional.ofNullable(repository.getFullBranch())
        .filter(ref -> ref.startsWith(Constants.R_HEADS))
        .map(Repository::shortenRefName);
  }

  private static List<String> changed(Status status) {
    Stream<Set<String>> kinds =
        Stream.of(
            status.getAdded(),
            status.getChanged(),
            status.getRemoved(),
            status.getMissing(),
            status.getModified(),
            status.getConflicting());
    return new ArrayList<>(new TreeSet<>(kinds.flatMap(Collection::stream).toList()));
  }
}

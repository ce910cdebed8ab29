package io.safeupdate.activities.git;

import java.io.IOException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens the repository for one piece of work, so that none sees what another has cached. */
final class JGitAccess {
  private final WorkTree tree;

  JGitAccess(WorkTree tree) {
    this.tree = tree;
  }

  WorkTree tree() {
    return tree;
  }

  <T> T with(Work<T> work) {
    try (Repository repository = builder().build()) {
      return work.on(repository);
    } catch (MissingObjectException e) {
      throw Refusal.missingCommit(tree.root(), e.getObjectId().name());
    } catch (InvalidPathException e) {
      throw Refusal.unusable(
          tree.root(), "a commit holds a path that must not be written: " + e.getMessage(), e);
    } catch (IOException | GitAPIException | JGitInternalException | ConfigInvalidException e) {
      throw GitRefusal.ofCheckout(tree.root(), JGitWords.of(e), e);
    }
  }

  /** The repository's coordinates, for who needs another work tree or index with it. */
  FileRepositoryBuilder builder() {
    return new FileRepositoryBuilder()
        .setGitDir(tree.gitDir().toFile())
        .setGitCommonDir(tree.commonDir().toFile())
        .setWorkTree(tree.root().toFile());
  }

  /** What is done with an open repository. */
  interface Work<T> {
    T on(Repository repository) throws IOException, GitAPIException, ConfigInvalidException;
  }
}

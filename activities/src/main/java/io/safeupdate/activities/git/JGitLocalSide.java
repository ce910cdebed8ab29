package io.safeupdate.activities.git;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The repository, as JGit tells it. */
final class JGitLocalSide implements LocalSide {
  private final JGitAccess access;

  JGitLocalSide(JGitAccess access) {
    this.access = access;
  }

  @Override
  public Optional<String> at(String name) {
    return access.with(
        repository -> {
          Ref ref = repository.exactRef(name);
          return ref == null || ref.getObjectId() == null
              ? Optional.empty()
              : commit(repository, ref.getObjectId());
        });
  }

  @Override
  public Optional<String> expand(String abbreviation) {
    List<String> commits = access.with(repository -> expand(repository, abbreviation));
    if (commits.size() > 1) {
      throw new StepFailure(
          FailureType.PREFLIGHT_FAILED,
          "'%s' can mean %d commits. Give more of its digits."
              .formatted(abbreviation, commits.size()));
    }
    return commits.stream().findFirst();
  }

  private static List<String> expand(Repository repository, String abbreviation)
      throws IOException {
    List<String> commits = new ArrayList<>();
    try (var reader = repository.newObjectReader()) {
      for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(abbreviation))) {
        commit(repository, id).filter(id.name()::equals).ifPresent(commits::add);
      }
    }
    return commits;
  }

  @Override
  public boolean has(String commit) {
    return access
        .with(repository -> commit(repository, ObjectId.fromString(commit)))
        .filter(commit::equals)
        .isPresent();
  }

  /** The commit that an object is or, for a tag, leads to. */
  private static Optional<String> commit(Repository repository, ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return Optional.of(walk.parseCommit(id).name());
    } catch (MissingObjectException | IncorrectObjectTypeException none) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isAncestor(String ancestor, String descendant) {
    return access.with(repository -> isAncestor(repository, ancestor, descendant));
  }

  private static boolean isAncestor(Repository repository, String ancestor, String descendant)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(ancestor)),
          walk.parseCommit(ObjectId.fromString(descendant)));
    }
  }

  @Override
  public boolean isCut(String commit) {
    return access.with(
        repository -> {
          Set<ObjectId> cuts = repository.getObjectDatabase().getShallowCommits();
          try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
            for (RevCommit at : walk) {
              if (cuts.contains(at)) {
                return true;
              }
            }
            return false;
          }
        });
  }

  @Override
  public boolean isReachable(String commit, String refPrefix) {
    return access.with(
        repository -> {
          for (Ref ref : repository.getRefDatabase().getRefsByPrefix(refPrefix)) {
            Optional<String> tip = commit(repository, ref.getObjectId());
            if (tip.isPresent() && isAncestor(repository, commit, tip.get())) {
              return true;
            }
          }
          return false;
        });
  }

  @Override
  public void point(String ref, String commit) {
    if (!has(commit)) {
      throw Refusal.missingCommit(access.tree().root(), commit);
    }
    access.with(
        repository -> {
          RefUpdate update = repository.updateRef(ref, true);
          update.setNewObjectId(ObjectId.fromString(commit));
          return JGitRefs.require(access.tree(), update, update.forceUpdate());
        });
  }

  @Override
  public void remove(List<String> refs) {
    access.with(
        repository -> {
          for (String ref : refs) {
            for (Ref found : repository.getRefDatabase().getRefsByPrefix(ref)) {
              if (ref.endsWith("/") || found.getName().equals(ref)) {
                remove(repository, found);
              }
            }
          }
          return refs;
        });
  }

  private void remove(Repository repository, Ref ref) throws IOException {
    RefUpdate update = repository.updateRef(ref.getName(), true);
    update.setForceUpdate(true);
    JGitRefs.require(access.tree(), update, update.delete());
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The repository, as the git command line tells it. */
final class CliLocalSide implements LocalSide {
  private final GitCli git;

  CliLocalSide(GitCli git) {
    this.git = git;
  }

  @Override
  public Optional<String> at(String ref) {
    return parse(ref);
  }

  @Override
  public Optional<String> expand(String abbreviation) {
    GitEnded said = git.run(GitCommand.of("rev-parse", "--disambiguate=" + abbreviation));
    List<String> commits = said.lines().stream().filter(this::has).toList();
    if (commits.size() > 1) {
      throw new StepFailure(
          FailureType.PREFLIGHT_FAILED,
          "'%s' can mean %d commits. Give more of its digits."
              .formatted(abbreviation, commits.size()));
    }
    return commits.stream().findFirst();
  }

  @Override
  public boolean has(String commit) {
    GitEnded type = git.run(GitCommand.of("cat-file", "-t", commit));
    return type.succeeded() && type.out().strip().equals("commit");
  }

  @Override
  public boolean isAncestor(String ancestor, String descendant) {
    GitEnded ended = git.run(GitCommand.of("merge-base", "--is-ancestor", ancestor, descendant));
    if (ended.exit() > 1 || ended.timedOut()) {
      throw GitRefusal.ofCheckout(git.tree().root(), ended);
    }
    return ended.succeeded();
  }

  @Override
  public boolean isCut(String commit) {
    try {
      Set<String> cuts =
          new HashSet<>(Files.readAllLines(git.tree().commonDir().resolve("shallow")));
      return git.demand("rev-list", "--max-parents=0", commit).lines().stream()
          .anyMatch(cuts::contains);
    } catch (IOException complete) {
      return false;
    }
  }

  @Override
  public boolean isReachable(String commit, String refPrefix) {
    return !git.demand("for-each-ref", "--count=1", "--contains=" + commit, "--", refPrefix)
        .out()
        .isEmpty();
  }

  @Override
  public void point(String ref, String commit) {
    if (!has(commit)) {
      throw Refusal.missingCommit(git.tree().root(), commit);
    }
    git.demand("update-ref", "--", ref, commit);
  }

  @Override
  public void remove(List<String> refs) {
    List<String> all = new ArrayList<>();
    for (String ref : refs) {
      all.addAll(ref.endsWith("/") ? below(ref) : List.of(ref));
    }
    for (String ref : all) {
      git.demand("update-ref", "--no-deref", "-d", "--", ref);
    }
  }

  private List<String> below(String prefix) {
    return git.demand("for-each-ref", "--format=%(refname)", "--", prefix).lines();
  }

  private Optional<String> parse(String ref) {
    GitEnded parsed =
        git.run(
            GitCommand.of(
                "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"));
    return Optional.of(parsed.out().strip()).filter(Names::isFull);
  }
}

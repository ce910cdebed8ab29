package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A checkout by JGit: needs no git on the host. */
final class JGitCheckout implements Checkout {
  private final WorkTree tree;
  private final JGitAccess access;
  private final JGitLocalSide local;
  private final JGitRemoteSide remoteSide;
  private final JGitHistory history;
  private final Function<String, Checkout> gitFor;

  /**
   * @param gitFor the git command line for a commit with something in it that JGit cannot do, given
   *     what that is; throws where there is none
   */
  JGitCheckout(WorkTree tree, Function<String, Checkout> gitFor) {
    this.tree = tree;
    this.gitFor = gitFor;
    this.access = new JGitAccess(tree);
    this.local = new JGitLocalSide(access);
    this.remoteSide = new JGitRemoteSide(access);
    this.history = new JGitHistory(access);
  }

  @Override
  public Path root() {
    return tree.root();
  }

  @Override
  public State state() {
    return new JGitStatus(access).read();
  }

  @Override
  public RemoteCommit lookUp(String remote, String name) {
    return new Lookup(remoteSide, local).find(remote, name);
  }

  @Override
  public void fetch(String remote, RemoteCommit commit, String privateRef, Progress progress) {
    new Arrival(remoteSide, local, tree).bring(remote, commit, privateRef, progress);
    need(commit.commit())
        .ifPresent(why -> gitFor.apply(why).fetch(remote, commit, privateRef, progress));
  }

  @Override
  public void track(String remote, String branch, String commit) {
    remoteSide.trackingRef(remote, branch).ifPresent(ref -> local.point(ref, Names.commit(commit)));
  }

  @Override
  public boolean isAncestor(String ancestor, String descendant) {
    return local.isAncestor(Names.commit(ancestor), Names.commit(descendant));
  }

  @Override
  public CommitSummary describe(String commit) {
    return history.describe(commit);
  }

  @Override
  public List<CommitSummary> log(String from, String to, int limit) {
    return history.log(from, to, limit);
  }

  @Override
  public List<String> changedPaths(String from, String to) {
    return history.changedPaths(from, to);
  }

  @Override
  public boolean contains(String commit, String path) {
    return history.contains(commit, path);
  }

  @Override
  public void export(String commit, Path directory, Progress progress) {
    Optional<String> need = need(commit);
    if (need.isPresent()) {
      gitFor.apply(need.get()).export(commit, directory, progress);
    } else {
      new JGitExport(access).write(commit, directory, progress);
    }
  }

  @Override
  public void move(String branch, String from, String to) {
    Optional<String> need = need(from).or(() -> need(to));
    if (need.isPresent()) {
      gitFor.apply(need.get()).move(branch, from, to);
    } else {
      new Move(tree, this, new JGitHands(access)).run(branch, from, to);
    }
  }

  private Optional<String> need(String commit) {
    return access.with(repository -> CommitNeeds.of(repository, Names.commit(commit)));
  }

  @Override
  public void keep(String privateRef, String commit) {
    local.point(Names.privateRef(privateRef), Names.commit(commit));
  }

  @Override
  public void forget(String privateRef) {
    local.remove(List.of(Names.privateRef(privateRef)));
  }
}

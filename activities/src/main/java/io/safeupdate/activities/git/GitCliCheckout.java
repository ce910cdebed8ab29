package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * A checkout by the git command line: slower to start, but it can all that the operator's git can.
 */
final class GitCliCheckout implements Checkout {
  private final GitCli git;
  private final CliLocalSide local;
  private final CliRemoteSide remoteSide;
  private final CliHistory history;

  GitCliCheckout(GitCli git) {
    this.git = git;
    this.local = new CliLocalSide(git);
    this.remoteSide = new CliRemoteSide(git);
    this.history = new CliHistory(git);
  }

  @Override
  public Path root() {
    return git.tree().root();
  }

  @Override
  public State state() {
    return new CliStatus(git).read();
  }

  @Override
  public RemoteCommit lookUp(String remote, String name) {
    return new Lookup(remoteSide, local).find(remote, name);
  }

  @Override
  public void fetch(String remote, RemoteCommit commit, String privateRef, Progress progress) {
    new Arrival(remoteSide, local, git.tree()).bring(remote, commit, privateRef, progress);
    new Submodules(git).bring(commit.commit(), remoteSide.require(remote), progress);
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
    new CliExport(git).write(commit, directory, progress);
  }

  @Override
  public void move(String branch, String from, String to) {
    new Move(git.tree(), this, new CliHands(git)).run(branch, from, to);
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

package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Another user's checkout, worked on by root: all that is written there becomes the owner's, so
 * that their own git works on. An export is not part of the checkout and stays with who asked for
 * it.
 */
final class OwnedCheckout implements Checkout {
  private final Checkout checkout;
  private final WorkTree tree;
  private final Owner owner;

  OwnedCheckout(Checkout checkout, WorkTree tree, Owner owner) {
    this.checkout = checkout;
    this.tree = tree;
    this.owner = owner;
  }

  @Override
  public void fetch(String remote, RemoteCommit commit, String privateRef, Progress progress) {
    thenReclaim(() -> checkout.fetch(remote, commit, privateRef, progress));
  }

  @Override
  public void track(String remote, String branch, String commit) {
    thenReclaim(() -> checkout.track(remote, branch, commit));
  }

  @Override
  public void export(String commit, Path directory, Progress progress) {
    thenReclaim(() -> checkout.export(commit, directory, progress));
  }

  @Override
  public void keep(String privateRef, String commit) {
    thenReclaim(() -> checkout.keep(privateRef, commit));
  }

  @Override
  public void forget(String privateRef) {
    thenReclaim(() -> checkout.forget(privateRef));
  }

  @Override
  public void move(String branch, String from, String to) {
    thenReclaim(
        () -> {
          List<String> paths = checkout.changedPaths(from, to);
          try {
            checkout.move(branch, from, to);
          } finally {
            reclaim(paths);
          }
        });
  }

  private void thenReclaim(Runnable work) {
    try {
      work.run();
    } finally {
      reclaimRepository();
    }
  }

  private void reclaimRepository() {
    try {
      owner.reclaim(tree.gitDir());
      owner.reclaim(tree.commonDir());
    } catch (IOException e) {
      throw cannotReclaim(e);
    }
  }

  private void reclaim(List<String> paths) {
    try {
      for (String path : paths) {
        Path file = tree.root().resolve(path);
        owner.reclaim(file);
        for (Path at = file.getParent(); !at.equals(tree.root()); at = at.getParent()) {
          owner.take(at);
        }
      }
    } catch (IOException e) {
      throw cannotReclaim(e);
    }
  }

  private RuntimeException cannotReclaim(IOException e) {
    return Refusal.unusable(
        tree.root(), "what was written cannot be given to its owner: " + e.getMessage(), e);
  }

  @Override
  public Path root() {
    return checkout.root();
  }

  @Override
  public State state() {
    return checkout.state();
  }

  /** Looking up an abbreviated commit brings objects. */
  @Override
  public RemoteCommit lookUp(String remote, String name) {
    try {
      return checkout.lookUp(remote, name);
    } finally {
      reclaimRepository();
    }
  }

  @Override
  public boolean isAncestor(String ancestor, String descendant) {
    return checkout.isAncestor(ancestor, descendant);
  }

  @Override
  public CommitSummary describe(String commit) {
    return checkout.describe(commit);
  }

  @Override
  public List<CommitSummary> log(String from, String to, int limit) {
    return checkout.log(from, to, limit);
  }

  @Override
  public List<String> changedPaths(String from, String to) {
    return checkout.changedPaths(from, to);
  }

  @Override
  public boolean contains(String commit, String path) {
    return checkout.contains(commit, path);
  }
}

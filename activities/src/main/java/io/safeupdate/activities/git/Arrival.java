package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.process.Progress;
import java.util.List;

/** The coming of one commit, with as much history as a fast-forward needs to be judged. */
final class Arrival {
  private final RemoteSide remoteSide;
  private final LocalSide local;
  private final WorkTree tree;

  Arrival(RemoteSide remoteSide, LocalSide local, WorkTree tree) {
    this.remoteSide = remoteSide;
    this.local = local;
    this.tree = tree;
  }

  static List<String> everything(String prefix) {
    return List.of("+refs/heads/*:" + prefix + "heads/*", "+refs/tags/*:" + prefix + "tags/*");
  }

  void bring(String remote, RemoteCommit wanted, String privateRef, Progress progress) {
    String commit = Names.commit(wanted.commit());
    boolean here = local.at(Names.privateRef(privateRef)).filter(commit::equals).isPresent();
    if (!here && !bringAlone(remote, commit, privateRef, progress)) {
      bringWithAll(remote, wanted, privateRef, progress);
    }
    if (!local.has(commit)) {
      local.remove(List.of(privateRef));
      throw Refusal.unknownName(remote, commit, "what it names there is not a commit");
    }
    completeHistory(remote, wanted, progress);
  }

  private boolean bringAlone(String remote, String commit, String ref, Progress progress) {
    return remoteSide.bring(remote, List.of("+" + commit + ":" + ref), progress);
  }

  /**
   * For a server that gives only what its refs name: all of them, and then the one is among them.
   */
  private void bringWithAll(String remote, RemoteCommit wanted, String ref, Progress progress) {
    String prefix = ref + "-arriving/";
    try {
      boolean came = remoteSide.bring(remote, everything(prefix), progress);
      wanted
          .ref()
          .filter(name -> !name.startsWith("refs/heads/") && !name.startsWith("refs/tags/"))
          .ifPresent(
              name ->
                  remoteSide.bring(remote, List.of("+" + name + ":" + prefix + "named"), progress));
      if (!came || !local.has(wanted.commit()) || !local.isReachable(wanted.commit(), prefix)) {
        throw Refusal.unknownName(
            remote, wanted.commit(), "no branch or tag there leads to such a commit");
      }
      local.point(ref, wanted.commit());
    } finally {
      local.remove(List.of(prefix));
    }
  }

  /**
   * In a shallow clone, HEAD may lie behind the cut: then nobody can say that the target is ahead.
   */
  private void completeHistory(String remote, RemoteCommit wanted, Progress progress) {
    String head = local.at("HEAD").orElse(wanted.commit());
    if (tree.isShallow()
        && !local.isAncestor(head, wanted.commit())
        && local.isCut(wanted.commit())) {
      remoteSide.complete(remote, wanted.ref().orElse(wanted.commit()), progress);
    }
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.process.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a person's word for a version means on a remote. */
final class Lookup {
  private final RemoteSide remoteSide;
  private final LocalSide local;

  Lookup(RemoteSide remoteSide, LocalSide local) {
    this.remoteSide = remoteSide;
    this.local = local;
  }

  RemoteCommit find(String remote, String name) {
    List<String> refs = Names.refsFor(name);
    Map<String, String> advertised = remoteSide.advertised(remote, refs);
    return refs.stream()
        .filter(advertised::containsKey)
        .map(ref -> new RemoteCommit(advertised.get(ref), Optional.of(ref)))
        .findFirst()
        .orElseGet(() -> new RemoteCommit(commit(remote, name), Optional.empty()));
  }

  private String commit(String remote, String name) {
    String hex = name.toLowerCase(Locale.ROOT);
    if (Names.isFull(hex)) {
      return hex;
    }
    if (!Names.isAbbreviated(hex)) {
      throw Refusal.unknownName(remote, name, "no branch and no tag of that name is there");
    }
    return local
        .expand(hex)
        .or(() -> afterFetching(remote, hex))
        .orElseThrow(() -> noCommit(remote, name));
  }

  /** A short name says nothing to a remote, so its commits must come here first. */
  private Optional<String> afterFetching(String remote, String abbreviation) {
    String prefix = "refs/safe-update/looked-up/" + UUID.randomUUID() + "/";
    try {
      remoteSide.bring(remote, Arrival.everything(prefix), Progress.NONE);
      return local.expand(abbreviation);
    } finally {
      local.remove(List.of(prefix));
    }
  }

  private static RuntimeException noCommit(String remote, String name) {
    return Refusal.unknownName(
        remote, name, "no branch, no tag and no commit of that name is there");
  }
}

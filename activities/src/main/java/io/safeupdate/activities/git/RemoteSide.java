package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a remote, one act each. All of them say it when the remote is not configured.
 */
interface RemoteSide {
  /** Those of some full refs that the remote has, and their commits: tags are peeled. */
  Map<String, String> advertised(String remote, List<String> refs);

  /**
   * Fetches, and touches no other ref than the refspecs say.
   *
   * @return false when the remote answers, but does not give what was asked for
   */
  boolean bring(String remote, List<String> refspecs, Progress progress);

  /** Fetches the history that a shallow clone left out before a commit or ref of the remote. */
  void complete(String remote, String want, Progress progress);

  /** The ref in which `git fetch` records a branch of the remote, if it records it. */
  Optional<String> trackingRef(String remote, String branch);
}

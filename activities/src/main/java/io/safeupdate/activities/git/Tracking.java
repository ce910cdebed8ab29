package io.safeupdate.activities.git;

import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.RefSpec;

/** Where a remote's refspecs put its branches. */
final class Tracking {
  private Tracking() {}

  static Optional<String> refFor(List<String> refspecs, String branch) {
    String ref = "refs/heads/" + branch;
    return refspecs.stream()
        .filter(spec -> !spec.startsWith("^"))
        .map(RefSpec::new)
        .filter(spec -> spec.matchSource(ref) && spec.getDestination() != null)
        .map(
            spec ->
                spec.isWildcard()
                    ? spec.expandFromSource(ref).getDestination()
                    : spec.getDestination())
        .findFirst();
  }
}

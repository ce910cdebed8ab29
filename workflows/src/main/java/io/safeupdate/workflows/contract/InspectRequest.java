package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code InspectDeployment}.
 *
 * @param depth how much is looked at; empty: {@code STATUS}
 * @param to with {@code PLAN}: a branch, tag or commit of the remote; empty: the branch's tip
 * @param rollback what a rollback to be looked at would be asked for; the depth does not count then
 */
public record InspectRequest(
    String deployment,
    Optional<Depth> depth,
    Optional<String> to,
    Optional<RollbackRequest> rollback) {

  public InspectRequest(String deployment, Optional<Depth> depth, Optional<String> to) {
    this(deployment, depth, to, Optional.empty());
  }

  /** What cannot be right about it, in words, its deployment apart; anybody may have typed it. */
  public Optional<String> defect() {
    return rollback
        .flatMap(RollbackRequest::defect)
        .or(() -> to.flatMap(ref -> RefName.defect("to", ref)));
  }

  /** A look at what a rollback would do. */
  public static InspectRequest of(RollbackRequest rollback) {
    return new InspectRequest(
        rollback.deployment(), Optional.of(Depth.STATUS), Optional.empty(), Optional.of(rollback));
  }
}

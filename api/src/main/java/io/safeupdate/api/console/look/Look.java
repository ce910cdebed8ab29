package io.safeupdate.api.console.look;

import io.safeupdate.workflows.contract.Inspection;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a deployment from looking at it.
 *
 * @param seen what the latest look that succeeded saw
 * @param seenAt when that was
 * @param endedAt when the latest look ended, however it did
 * @param failure why the latest look failed; empty: it did not
 * @param since since when a look has been under way; empty: none is
 */
public record Look(
    Optional<Inspection> seen,
    Optional<Instant> seenAt,
    Optional<Instant> endedAt,
    Optional<RuntimeException> failure,
    Optional<Instant> since) {

  static final Look NONE =
      new Look(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isUnderWay() {
    return since.isPresent();
  }

  /** Whether nothing better than this is known since then. */
  boolean isOf(Instant since) {
    return endedAt.filter(at -> !at.isBefore(since)).isPresent();
  }

  Look begunAt(Instant when) {
    return new Look(seen, seenAt, endedAt, failure, Optional.of(when));
  }

  Look saw(Inspection inspection, Instant when) {
    Optional<Instant> at = Optional.of(when);
    return new Look(Optional.of(inspection), at, at, Optional.empty(), Optional.empty());
  }

  Look failed(RuntimeException why, Instant when) {
    return new Look(seen, seenAt, Optional.of(when), Optional.of(why), Optional.empty());
  }
}

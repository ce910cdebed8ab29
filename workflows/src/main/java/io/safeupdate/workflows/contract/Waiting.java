package io.safeupdate.workflows.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision that an operation waits for.
 *
 * @param about the phase or undo that failed
 * @param reason why it failed
 * @param choices what may be decided
 * @param until when the operation goes on by itself (by rolling back); empty: never
 */
public record Waiting(String about, String reason, List<Choice> choices, Optional<Instant> until) {
  public Waiting {
    choices = List.copyOf(choices);
  }
}

package io.safeupdate.workflows.contract.activity;

import java.util.List;

/**
 * What preflight found.
 *
 * @param from the checkout's commit
 * @param to the target commit; equal to {@code from} when there is nothing to update
 * @param summary one line for people
 * @param notes warnings
 */
public record Preflight(String from, String to, String summary, List<String> notes) {
  public Preflight {
    notes = List.copyOf(notes);
  }

  public boolean alreadyCurrent() {
    return from.equals(to);
  }
}

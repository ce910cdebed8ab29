package io.safeupdate.workflows.contract.activity;

import java.util.List;

/**
 * An operation has its deployment for itself.
 *
 * @param commit the checkout's
 * @param summary one line for people
 * @param notes warnings
 */
public record Begun(String commit, String summary, List<String> notes) {
  public Begun {
    notes = List.copyOf(notes);
  }
}

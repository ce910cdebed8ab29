package io.safeupdate.workflows.contract.activity;

import java.util.List;
import java.util.Optional;

/**
 * What a step of an operation did.
 *
 * @param name what it made, where that has a name: a backup, a database, an archive
 * @param summary one line for people
 * @param notes what they should know besides
 */
public record Made(Optional<String> name, String summary, List<String> notes) {
  public Made {
    notes = List.copyOf(notes);
  }
}

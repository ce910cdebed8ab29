package io.safeupdate.workflows.contract.activity;

import java.util.List;

/**
 * A rollback has its deployment for itself, and knows where it goes.
 *
 * @param from the checkout's commit
 * @param to the commit that it is to reach
 * @param restorePoint that it goes back to
 * @param code whether code, images and env file go back
 * @param database whether the database goes back
 * @param backs whether there is a database to back up
 * @param summary one line for people
 * @param notes warnings
 */
public record RollbackBegun(
    String from,
    String to,
    String restorePoint,
    boolean code,
    boolean database,
    boolean backs,
    String summary,
    List<String> notes) {
  public RollbackBegun {
    notes = List.copyOf(notes);
  }
}

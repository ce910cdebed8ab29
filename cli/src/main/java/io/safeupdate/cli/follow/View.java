package io.safeupdate.cli.follow;

import io.safeupdate.workflows.client.Listener;

/** Shows an operation to a person. Calls may come from several threads. */
interface View extends Listener, AutoCloseable {

  /** Time has passed: called a few times a second while the operation is followed. */
  void tick();

  /** Says something that is not the operation's own. */
  void say(String line);

  /** Leaves nothing half drawn behind. */
  @Override
  void close();
}

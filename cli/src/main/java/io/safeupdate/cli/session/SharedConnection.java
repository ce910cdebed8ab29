package io.safeupdate.cli.session;

import io.safeupdate.worker.temporal.TemporalConnection;

/** A connection to what others run. */
final class SharedConnection implements TemporalSession.Connection {
  private final TemporalConnection connection;

  SharedConnection(TemporalConnection connection) {
    this.connection = connection;
  }

  @Override
  public boolean outlivesUs() {
    return true;
  }

  @Override
  public void hurry() {
    // Nothing is waited for.
  }

  @Override
  public void close() {
    connection.close();
  }
}

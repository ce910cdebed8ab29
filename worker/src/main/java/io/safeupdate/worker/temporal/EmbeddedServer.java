package io.safeupdate.worker.temporal;

/** A server that runs as long as we do. */
interface EmbeddedServer extends AutoCloseable {

  ServerRecord record();

  /** Whether its history outlives it. */
  boolean isDurable();

  @Override
  void close();
}

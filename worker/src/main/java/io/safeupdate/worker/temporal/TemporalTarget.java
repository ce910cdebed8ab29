package io.safeupdate.worker.temporal;

/**
 * Which Temporal server, and which namespace on it.
 *
 * @param address {@code embedded}, {@code host:port}, or blank for what the standard Temporal
 *     client environment says
 * @param namespace blank for what that environment says, else {@code default}
 */
public record TemporalTarget(String address, String namespace) {
  private static final String EMBEDDED = "embedded";

  /** The server that {@code up} runs itself. */
  public static TemporalTarget embedded() {
    return new TemporalTarget(EMBEDDED, "default");
  }

  public boolean isEmbedded() {
    return address.equals(EMBEDDED);
  }
}

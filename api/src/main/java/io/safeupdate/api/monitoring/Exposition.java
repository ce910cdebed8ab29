package io.safeupdate.api.monitoring;

/**
 * Metrics as Prometheus reads them.
 *
 * @param contentType names the format and its version
 */
public record Exposition(String contentType, String text) {

  /** Where metrics come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * All metrics as they are now.
     *
     * @param accept the request's header of that name; may be empty
     */
    Exposition scrape(String accept);
  }
}

package io.safeupdate.e2e;

import java.time.Duration;
import java.util.List;

/**
 * What it took to show a page.
 *
 * @param bytes of all that came over the network
 * @param time from asking for it until all was there
 */
record PageLoad(long bytes, Duration time) {
  private static final String MEASURED =
      """
      const page = performance.getEntriesByType('navigation')[0];
      const rest = performance.getEntriesByType('resource');
      return [[page, ...rest].reduce((sum, it) => sum + it.transferSize, 0), page.duration];
      """;

  static PageLoad of(Browser browser) {
    List<?> measured = (List<?>) browser.ask(MEASURED);
    return new PageLoad(
        ((Number) measured.get(0)).longValue(),
        Duration.ofMillis(Math.round(((Number) measured.get(1)).doubleValue())));
  }
}

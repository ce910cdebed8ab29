package io.safeupdate.activities.health;

import java.util.List;
import java.util.Optional;

/**
 * What one look at a version showed.
 *
 * @param complaints what is not as expected, in words; empty: healthy
 * @param hopeless whether waiting cannot mend it
 * @param suspect the container whose log explains it best
 * @param restarts sum of the engine's restart counts
 */
record Verdict(List<String> complaints, boolean hopeless, Optional<String> suspect, int restarts) {

  boolean isHealthy() {
    return complaints.isEmpty();
  }

  String words() {
    return String.join("; ", complaints);
  }
}

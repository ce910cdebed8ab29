package io.safeupdate.workflows.client;

import java.time.Duration;

/**
 * How a follower spends its time.
 *
 * @param poll the pause between two looks
 * @param ask how often a worker is asked although nothing has moved, to see that it is there
 * @param tell after how long somebody is called away, and how often that is repeated
 * @param patience how long a server may be away
 */
record Pace(Duration poll, Duration ask, Duration tell, Duration patience) {
  static final Pace USUAL =
      new Pace(
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10));
}

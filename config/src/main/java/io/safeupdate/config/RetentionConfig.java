package io.safeupdate.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What is kept. Only what Safe Update made is ever removed.
 *
 * @param restorePoints how many, the newest good one always among them
 * @param backups how many
 * @param backupAge how long; empty: however old. The newest verified one always stays
 * @param abandonedDatabases how long a database that a way back replaced is kept
 * @param mediaArchives how many archives of user files, the newest always among them
 * @param mediaAge how long; empty: however old
 */
public record RetentionConfig(
    int restorePoints,
    int backups,
    Optional<Duration> backupAge,
    Duration abandonedDatabases,
    int mediaArchives,
    Optional<Duration> mediaAge) {
  private static final int MOST = 10_000;

  /** Five restore points, thirty backups, a week, ten archives. */
  public static RetentionConfig defaults() {
    return new RetentionConfig(5, 30, Optional.empty(), Duration.ofDays(7), 10, Optional.empty());
  }

  static Optional<RetentionConfig> read(Section section) {
    RetentionConfig defaults = defaults();
    Parser<Integer> count = Parsers.between(1, MOST);
    return Optional.of(
        new RetentionConfig(
            section.optional("restorePoints", count).orElse(defaults.restorePoints),
            section.optional("backups", count).orElse(defaults.backups),
            section.optional("backupAge", Durations::notNegative),
            section
                .optional("abandonedDatabases", Durations::notNegative)
                .orElse(defaults.abandonedDatabases),
            section.optional("mediaArchives", count).orElse(defaults.mediaArchives),
            section.optional("mediaAge", Durations::positive)));
  }
}

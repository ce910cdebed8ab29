package io.safeupdate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpansTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "-1, 0.0 s",
    "0.04, 0.0 s",
    "9.94, 9.9 s",
    "36.1, 36 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "125, 2 min 05 s",
    "3720, 1 h 02 min"
  })
  void durations_have_two_units_at_most(double seconds, String text) {
    assertThat(Spans.of(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s ago",
    "59, 59 s ago",
    "60, 1 min ago",
    "7200, 2 h ago",
    "86400, 1 day ago",
    "200000, 2 days ago"
  })
  void past_times_have_one_unit(long seconds, String text) {
    assertThat(Spans.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(text);
  }

  @Test
  void times_are_utc() {
    assertThat(Spans.utc(Instant.parse("2026-11-22T12:00:00.123Z")))
        .isEqualTo("2026-11-22 12:00:00 UTC");
  }
}

package io.safeupdate.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people read them. */
public final class Spans {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final long DAY = 86_400;

  private Spans() {}

  /** Such as {@code 0.8 s}, {@code 36 s}, {@code 2 min 05 s}, {@code 1 h 02 min}. */
  public static String of(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds));
    }
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE)
        : String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
  }

  /** The same of a duration. */
  public static String of(Duration duration) {
    return of(duration.toMillis() / 1000.0);
  }

  /** The time between two instants. */
  public static String between(Instant start, Instant end) {
    return of(Duration.between(start, end));
  }

  /** Such as {@code 3 min ago}: one unit, for lists. */
  public static String ago(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s ago";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min ago";
    }
    if (seconds < DAY) {
      return seconds / HOUR + " h ago";
    }
    return seconds < 2 * DAY ? "1 day ago" : seconds / DAY + " days ago";
  }

  /** Such as {@code 2026-11-22 14:03:07 UTC}. */
  public static String utc(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace("T", " ")
        .replace("Z", " UTC");
  }
}

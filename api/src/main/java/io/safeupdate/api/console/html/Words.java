package io.safeupdate.api.console.html;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times and commits as people read them. */
public final class Words {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final long DAY = 86_400;
  private static final int SHORT = 10;

  private Words() {}

  /** Such as {@code 0.8 s}, {@code 36 s}, {@code 2 min 05 s}, {@code 1 h 02 min}. */
  public static String span(double seconds) {
    if (seconds < 9.95) {
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

  /** How long before now, in one unit. */
  public static String ago(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s ago";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min ago";
    }
    return seconds < 2 * DAY ? seconds / HOUR + " h ago" : seconds / DAY + " days ago";
  }

  /** Such as {@code 1 commit}, {@code 3 commits}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  public static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** Such as {@code 2026-11-22 14:03:07 UTC}. */
  public static String utc(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace("T", " ")
        .replace("Z", " UTC");
  }

  /** Such as {@code 14:03:07}. */
  public static String clock(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().substring(11, 19);
  }

  public static String commit(String commit) {
    boolean isLong = commit.length() > SHORT && commit.matches("[0-9a-f]+");
    return isLong ? commit.substring(0, SHORT) : commit;
  }

  /**
   * Such as {@code 1a2b3c4d5e → 5d6e7f8a9b}, or one commit that stayed; empty when nothing is
   * known.
   */
  public static Optional<String> move(Optional<String> from, Optional<String> to) {
    return from.equals(to)
        ? from.map(Words::commit)
        : from.map(
            commit -> commit(commit) + " → " + to.map(Words::commit).orElse("not known yet"));
  }
}

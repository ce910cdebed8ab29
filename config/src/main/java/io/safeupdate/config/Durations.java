package io.safeupdate.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO-8601 durations that a timer can wait for. */
final class Durations {
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Pattern EVERYDAY =
      Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)\\w*", Pattern.CASE_INSENSITIVE);

  private Durations() {}

  static Duration notNegative(String text) throws Rejection {
    Duration duration = parse(text);
    if (duration.isNegative()) {
      throw new Rejection("is less than nothing", "write a duration from PT0S on");
    }
    return duration;
  }

  static Duration positive(String text) throws Rejection {
    Duration duration = notNegative(text);
    if (duration.isZero()) {
      throw new Rejection("is no time at all", "write a duration such as PT10S");
    }
    return duration;
  }

  /** As a person would write it: {@code P7D} rather than {@code PT168H}. */
  static String written(Duration duration) {
    boolean days = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
    return days ? "P" + duration.toDays() + "D" : duration.toString();
  }

  private static Duration parse(String text) throws Rejection {
    Duration duration;
    try {
      duration = Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new Rejection("is not an ISO-8601 duration", "write " + suggestion(text));
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new Rejection("is more than ten years", "write a shorter duration");
    }
    return duration;
  }

  /** People write {@code 3m} or {@code 90 sec}. */
  private static String suggestion(String text) {
    Matcher everyday = EVERYDAY.matcher(text.strip());
    if (!everyday.matches()) {
      return "one such as PT30S, PT3M, PT1H or P7D";
    }
    String unit = everyday.group(2).toUpperCase(Locale.ROOT);
    return (unit.equals("D") ? "P" : "PT") + everyday.group(1) + unit;
  }
}

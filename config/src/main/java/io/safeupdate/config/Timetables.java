package io.safeupdate.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads timetables as people say them: {@code daily 02:00}, {@code weekly sunday 03:00}. */
final class Timetables {
  private static final String REMEDY =
      "write it as `daily 02:00`, `weekly sunday 03:00`, `monthly 1 03:00` or `hourly :15`";
  private static final List<String> RHYTHMS = List.of("hourly", "daily", "weekly", "monthly");
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(Parsers::word).toList();
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern MINUTE = Pattern.compile(":[0-5][0-9]");
  private static final Pattern DAY = Pattern.compile("[1-9]|1[0-9]|2[0-8]");
  private static final Pattern NO_DAY_OF_ALL = Pattern.compile("29|30|31");

  private Timetables() {}

  static Timetable parse(String text) throws Rejection {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"));
    List<String> rest = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "hourly" -> hourly(rest);
      case "daily" -> new Timetable.Daily(times(rest));
      case "weekly" -> weekly(rest);
      case "monthly" -> monthly(rest);
      default -> throw unknown(words.get(0));
    };
  }

  private static Rejection unknown(String word) {
    return new Rejection(
        "says no times",
        Nearest.of(word, RHYTHMS).map(near -> "did you mean \"" + near + "\"?").orElse(REMEDY));
  }

  private static Timetable hourly(List<String> words) throws Rejection {
    if (words.size() != 1 || !MINUTE.matcher(words.get(0)).matches()) {
      throw new Rejection("needs the minute after `hourly`", "write it as `hourly :15`");
    }
    return new Timetable.Hourly(Integer.parseInt(words.get(0).substring(1)));
  }

  private static Timetable weekly(List<String> words) throws Rejection {
    if (words.size() < 2) {
      throw new Rejection("needs a day and a time", "write it as `weekly sunday 03:00`");
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      days.add(day(word));
    }
    return new Timetable.Weekly(distinct(days), time(words.get(words.size() - 1)));
  }

  private static Timetable monthly(List<String> words) throws Rejection {
    if (words.size() != 2) {
      throw new Rejection("needs a day and a time", "write it as `monthly 1 03:00`");
    }
    if (NO_DAY_OF_ALL.matcher(words.get(0)).matches()) {
      throw new Rejection("names a day that not every month has", "choose one from 1 to 28");
    }
    if (!DAY.matcher(words.get(0)).matches()) {
      throw new Rejection("names no day of the month", "write it as `monthly 1 03:00`");
    }
    return new Timetable.Monthly(Integer.parseInt(words.get(0)), time(words.get(1)));
  }

  private static List<LocalTime> times(List<String> words) throws Rejection {
    if (words.isEmpty()) {
      throw new Rejection("needs a time", "write it as `daily 02:00`");
    }
    List<LocalTime> times = new ArrayList<>();
    for (String word : words) {
      times.add(time(word));
    }
    return distinct(times);
  }

  private static LocalTime time(String word) throws Rejection {
    if (!TIME.matcher(word).matches()) {
      throw new Rejection(
          "has \"" + word + "\" where a time belongs",
          "write it with four digits, from 00:00 to 23:59");
    }
    return LocalTime.parse(word);
  }

  private static DayOfWeek day(String word) throws Rejection {
    Optional<DayOfWeek> known =
        Arrays.stream(DayOfWeek.values()).filter(day -> Parsers.word(day).equals(word)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    throw new Rejection(
        "has \"" + word + "\" where a day of the week belongs",
        Nearest.of(word, DAYS)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("write out its English name, such as sunday"));
  }

  private static <T> List<T> distinct(List<T> given) throws Rejection {
    if (new HashSet<>(given).size() < given.size()) {
      throw new Rejection("says the same twice", "leave one of the two out");
    }
    return given;
  }
}

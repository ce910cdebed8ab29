package io.safeupdate.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * When something happens again and again, in whole minutes; its text is what stands in the file.
 */
public sealed interface Timetable {

  /**
   * Every hour.
   *
   * @param minute from 0 to 59
   */
  record Hourly(int minute) implements Timetable {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "hourly :%02d", minute);
    }
  }

  /** Every day, once or several times. */
  record Daily(List<LocalTime> times) implements Timetable {
    public Daily {
      times = List.copyOf(times);
    }

    @Override
    public String toString() {
      return "daily " + times.stream().map(LocalTime::toString).collect(Collectors.joining(" "));
    }
  }

  /** On some days of every week. */
  record Weekly(List<DayOfWeek> days, LocalTime time) implements Timetable {
    public Weekly {
      days = List.copyOf(days);
    }

    @Override
    public String toString() {
      return days.stream()
          .map(Parsers::word)
          .collect(Collectors.joining(" ", "weekly ", " " + time));
    }
  }

  /**
   * On one day of every month.
   *
   * @param day from 1 to 28, which every month has
   */
  record Monthly(int day, LocalTime time) implements Timetable {
    @Override
    public String toString() {
      return "monthly " + day + " " + time;
    }
  }
}

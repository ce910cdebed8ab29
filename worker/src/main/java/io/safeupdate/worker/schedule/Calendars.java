package io.safeupdate.worker.schedule;

import io.safeupdate.config.Timetable;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Timetables in Temporal's words. */
final class Calendars {
  private static final List<ScheduleRange> EVERY_HOUR = List.of(new ScheduleRange(0, 23, 1));
  private static final List<ScheduleRange> EVERY_DAY = List.of(new ScheduleRange(1, 31, 1));
  private static final List<ScheduleRange> EVERY_MONTH = List.of(new ScheduleRange(1, 12, 1));
  private static final List<ScheduleRange> EVERY_WEEKDAY = List.of(new ScheduleRange(0, 6, 1));

  /** Temporal's week begins with Sunday, as 0. */
  private static final int WEEK = 7;

  private Calendars() {}

  static List<ScheduleCalendarSpec> of(Timetable timetable) {
    if (timetable instanceof Timetable.Daily daily) {
      return daily.times().stream().map(time -> at(time).build()).toList();
    }
    return List.of(calendar(timetable));
  }

  private static ScheduleCalendarSpec calendar(Timetable timetable) {
    if (timetable instanceof Timetable.Weekly weekly) {
      return at(weekly.time()).setDayOfWeek(ranges(weekly.days())).build();
    }
    if (timetable instanceof Timetable.Monthly monthly) {
      return at(monthly.time()).setDayOfMonth(only(monthly.day())).build();
    }
    int minute = ((Timetable.Hourly) timetable).minute();
    return calendar().setMinutes(only(minute)).setHour(EVERY_HOUR).build();
  }

  private static ScheduleCalendarSpec.Builder at(LocalTime time) {
    return calendar().setMinutes(only(time.getMinute())).setHour(only(time.getHour()));
  }

  private static ScheduleCalendarSpec.Builder calendar() {
    return ScheduleCalendarSpec.newBuilder()
        .setSeconds(only(0))
        .setDayOfMonth(EVERY_DAY)
        .setMonth(EVERY_MONTH)
        .setDayOfWeek(EVERY_WEEKDAY);
  }

  private static List<ScheduleRange> ranges(List<DayOfWeek> days) {
    return days.stream().flatMap(day -> only(day.getValue() % WEEK).stream()).toList();
  }

  private static List<ScheduleRange> only(int value) {
    return List.of(new ScheduleRange(value, value, 1));
  }
}

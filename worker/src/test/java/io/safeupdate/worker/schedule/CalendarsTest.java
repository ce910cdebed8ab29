package io.safeupdate.worker.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.safeupdate.config.Timetable;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalendarsTest {
  private static final LocalTime TIME = LocalTime.of(3, 5);

  @Test
  void every_hour_at_its_minute() {
    assertThat(one(new Timetable.Hourly(15)))
        .satisfies(it -> assertThat(it.getMinutes()).containsExactly(only(15)))
        .satisfies(it -> assertThat(it.getHour()).containsExactly(new ScheduleRange(0, 23, 1)));
  }

  @Test
  void each_time_of_a_day_is_a_calendar_of_its_own() {
    List<ScheduleCalendarSpec> calendars =
        Calendars.of(new Timetable.Daily(List.of(TIME, LocalTime.of(14, 30))));

    assertThat(calendars)
        .extracting(it -> it.getHour().get(0).getStart(), it -> it.getMinutes().get(0).getStart())
        .containsExactly(tuple(3, 5), tuple(14, 30));
  }

  @Test
  void a_week_begins_with_sunday() {
    List<DayOfWeek> days = List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

    assertThat(one(new Timetable.Weekly(days, TIME)).getDayOfWeek())
        .containsExactly(only(0), only(1), only(6));
  }

  @Test
  void a_day_of_the_month_on_whatever_day_of_the_week() {
    assertThat(one(new Timetable.Monthly(28, TIME)))
        .satisfies(it -> assertThat(it.getDayOfMonth()).containsExactly(only(28)))
        .satisfies(it -> assertThat(it.getDayOfWeek()).containsExactly(new ScheduleRange(0, 6, 1)));
  }

  @Test
  void always_at_the_full_minute() {
    assertThat(one(new Timetable.Monthly(1, TIME)).getSeconds()).containsExactly(only(0));
  }

  private static ScheduleCalendarSpec one(Timetable timetable) {
    List<ScheduleCalendarSpec> calendars = Calendars.of(timetable);
    assertThat(calendars).hasSize(1);
    return calendars.get(0);
  }

  private static ScheduleRange only(int value) {
    return new ScheduleRange(value, value, 1);
  }
}

package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleConfigTest {
  private static final String DATABASE = "database: {service: postgres}";
  private static final String MIGRATE = "migrate: none";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "daily 02:00,daily 02:00",
    "DAILY 14:00 02:00,daily 14:00 02:00",
    "Weekly Sunday 23:59,weekly sunday 23:59",
    "weekly  monday thursday 03:05,weekly monday thursday 03:05",
    "monthly 28 00:00,monthly 28 00:00",
    "hourly :05,hourly :05"
  })
  void reads_times_as_people_say_them(String written, String meant) {
    ScheduleConfig schedule =
        file().deployment(DATABASE, MIGRATE, "schedule: {backup: '" + written + "'}").schedule();

    assertThat(schedule.backup()).map(Timetable::toString).contains(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dayly 02:00 | says no times (did you mean \"daily\"?)",
        "0 2 * * * | says no times (write it as `daily 02:00`, ",
        "nightly | says no times (write it as `daily 02:00`, ",
        "02:00 | says no times (write it as `daily 02:00`, ",
        "daily | needs a time (",
        "daily 2:00 | has \"2:00\" where a time belongs (write it with four digits,",
        "daily 24:00 | has \"24:00\" where a time belongs (",
        "daily 02:60 | has \"02:60\" where a time belongs (",
        "daily 2am | has \"2am\" where a time belongs (",
        "daily 02:00 02:00 | says the same twice (",
        "weekly 03:00 | needs a day and a time (",
        "weekly sunday | needs a day and a time (",
        "weekly sun 03:00 | has \"sun\" where a day of the week belongs (",
        "weekly sundy 03:00 | has \"sundy\" where a day of the week belongs (did you mean \"sunday\"?)",
        "monthly 31 03:00 | names a day that not every month has (choose one from 1 to 28)",
        "monthly first 03:00 | names no day of the month (",
        "hourly | needs the minute after `hourly` (write it as `hourly :15`)",
        "hourly 15 | needs the minute after `hourly` (",
      })
  void says_what_is_wrong_with_a_time(String written, String problem) {
    assertThat(file().problemsOf(DATABASE, MIGRATE, "schedule: {backup: '" + written + "'}"))
        .singleElement()
        .asString()
        .startsWith("schedule.backup: \"" + written + "\" " + problem);
  }

  @Test
  void reads_the_clock_by_its_name() {
    assertThat(file().deployment("schedule: {timezone: America/New_York}").schedule().timezone())
        .isEqualTo(ZoneId.of("America/New_York"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berln", "+02:00", "CEST", "UTC+2", "Z"})
  void refuses_what_is_no_name_of_a_clock(String written) {
    assertThat(file().problemsOf("schedule: {timezone: '" + written + "'}"))
        .singleElement()
        .asString()
        .contains("is not the name of a time zone");
  }

  @Test
  void an_export_needs_a_place() {
    assertThat(file().problemsOf(DATABASE, MIGRATE, "schedule: {export: daily 04:00}"))
        .containsExactly(
            "schedule.exportTo: is missing, and there is `export` (add `exportTo: …` here)");
  }

  @Test
  void an_export_goes_below_an_export_root() {
    String schedule = "schedule: {export: daily 04:00, exportTo: /srv/other}";

    assertThat(file().problems("exportRoots: [/srv/backups]\n" + withDatabase(schedule)))
        .singleElement()
        .asString()
        .contains("schedule: exportTo is /srv/other, which lies below none of exportRoots");
  }

  @Test
  void an_export_may_go_to_a_root_itself() {
    String schedule = "schedule: {export: daily 04:00, exportTo: /srv/backups}";

    assertThat(file().load("exportRoots: [/srv/backups]\n" + withDatabase(schedule)).deployments())
        .containsKey("production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "trialRestore", "media"})
  void refuses_what_there_is_nothing_for(String task) {
    assertThat(file().problemsOf("schedule: {" + task + ": daily 02:00}"))
        .singleElement()
        .asString()
        .startsWith("schedule: has ");
  }

  private static String withDatabase(String schedule) {
    return ConfigFixture.production(List.of(DATABASE, MIGRATE, schedule).toArray(String[]::new));
  }

  private ConfigFixture file() {
    return new ConfigFixture(directory);
  }
}

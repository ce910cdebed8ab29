package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.worker.schedule.ScheduleKeeper;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.ScheduledTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The schedules that the configuration asks for, on the real server. */
@Timeout(120)
final class SchedulesTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  private static final Duration TWO_LOOKS = Duration.ofSeconds(2);

  @TempDir Path directory;

  private String host;
  private Operations operations;
  private ScheduleFile file;
  private ScheduleKeeper keeper;

  @BeforeEach
  void nameTheHost(TestInfo test) {
    host = "h" + Integer.toHexString(test.getDisplayName().hashCode());
    operations = new Operations(SERVER.client(), host);
    file = new ScheduleFile(SERVER.client(), directory);
  }

  @AfterEach
  void stop() {
    keeper.close();
  }

  @Test
  void makes_what_the_configuration_asks_for() {
    keeper = file.write("{backup: daily 02:30, trialRestore: weekly sunday 03:00}").keeper(host);

    List<ScheduleStatus> schedules = await(found -> found.size() == 2);
    assertThat(schedules)
        .extracting(ScheduleStatus::task)
        .containsExactly(ScheduledTask.BACKUP, ScheduledTask.TRIAL_RESTORE);
    assertThat(schedules)
        .extracting(ScheduleStatus::timetable)
        .containsExactly("daily 02:30 UTC", "weekly sunday 03:00 UTC");
    assertThat(schedules.get(0).next().orElseThrow().atZone(ZoneOffset.UTC))
        .satisfies(next -> assertThat(next.toLocalTime()).hasToString("02:30"))
        .satisfies(
            next -> assertThat(next.toInstant()).isBefore(Instant.now().plus(Duration.ofDays(1))));
    assertThat(schedules.get(1).next().orElseThrow().atZone(ZoneOffset.UTC).getDayOfWeek())
        .hasToString("SUNDAY");
    assertThat(schedules).allSatisfy(it -> assertThat(it.last()).isEmpty());
    assertThat(file.told).isEmpty();
  }

  @Test
  void changes_what_the_file_changes_while_the_worker_runs() {
    keeper = file.write("{backup: daily 02:30}").keeper(host);
    await(found -> found.size() == 1);

    file.write("{backup: hourly :15, timezone: Asia/Kolkata}");

    ScheduleStatus changed =
        await(found -> found.get(0).timetable().equals("hourly :15 Asia/Kolkata")).get(0);
    // Half an hour off: a quarter past there is a quarter to here.
    assertThat(changed.next().orElseThrow().atZone(ZoneOffset.UTC).getMinute()).isEqualTo(45);
  }

  @Test
  void removes_what_the_file_does_not_have_any_more() {
    keeper = file.write("{backup: daily 02:30, trialRestore: monthly 1 03:00}").keeper(host);
    await(found -> found.size() == 2);

    file.write("{trialRestore: monthly 1 03:00}");

    assertThat(await(found -> found.size() == 1).get(0).task())
        .isEqualTo(ScheduledTask.TRIAL_RESTORE);
  }

  @Test
  void leaves_those_of_other_hosts_alone() {
    Operations others = new Operations(SERVER.client(), host + "-other");
    keeper = file.write("{backup: daily 02:30}").keeper(host + "-other");
    await(others, found -> found.size() == 1);
    keeper.close();

    keeper = file.write("{trialRestore: daily 02:30}").keeper(host);
    await(found -> found.size() == 1);
    LockSupport.parkNanos(TWO_LOOKS.toNanos());

    assertThat(others.schedules("production")).hasSize(1);
  }

  @Test
  void does_not_write_what_is_there_already() {
    String all =
        "{backup: daily 02:30 14:00, trialRestore: weekly sunday monday 03:00, timezone: Asia/Tokyo}";
    keeper = file.write(all).keeper(host);
    await(found -> found.size() == 2);
    keeper.close();
    List<Instant> before = lastWrites();

    keeper = file.write(all).keeper(host);
    LockSupport.parkNanos(TWO_LOOKS.toNanos());

    assertThat(lastWrites()).isEqualTo(before);
  }

  @Test
  void what_a_person_paused_stays_paused() {
    keeper = file.write("{backup: daily 02:30}").keeper(host);
    await(found -> found.size() == 1);
    file.handle(host, ScheduledTask.BACKUP).pause("the disk is being replaced");

    file.write("{backup: daily 04:00}");

    ScheduleStatus paused =
        await(found -> found.get(0).timetable().equals("daily 04:00 UTC")).get(0);
    assertThat(paused.paused()).contains("the disk is being replaced");
    assertThat(paused.next()).isEmpty();
  }

  @Test
  void a_file_that_is_wrong_changes_nothing_and_is_told_once() {
    keeper = file.write("{backup: daily 02:30}").keeper(host);
    await(found -> found.size() == 1);

    file.writeAll("deployments: {production: {backup: yes}}");
    await(found -> !file.told.isEmpty());
    LockSupport.parkNanos(TWO_LOOKS.toNanos());

    assertThat(file.told)
        .singleElement()
        .asString()
        .contains("schedules stay as they are", "unknown key");
    assertThat(operations.schedules("production")).hasSize(1);
  }

  @Test
  void a_server_that_knows_no_schedules_is_told_once_and_nothing_else_fails(@TempDir Path state)
      throws IOException {
    Files.createDirectories(state.resolve("temporal"));
    try (InJvmServer server = InJvmServer.start(new ServerFiles(state));
        TemporalConnection connection =
            TemporalConnection.connect(TemporalTarget.embedded(), state)) {
      file = new ScheduleFile(connection.client(), directory).write("{backup: daily 02:30}");
      Operations memory = new Operations(connection.client(), host);
      keeper = file.keeper(host);

      await(memory, found -> !file.told.isEmpty());
      LockSupport.parkNanos(TWO_LOOKS.toNanos());

      assertThat(server.isDurable()).isFalse();
      assertThat(file.told)
          .containsExactly("This Temporal server knows no schedules: nothing is done by itself.");
      assertThat(memory.schedules("production")).isEmpty();
      keeper.close();
    }
  }

  private List<Instant> lastWrites() {
    return operations.schedules("production").stream()
        .map(it -> file.handle(host, it.task()).describe().getInfo())
        .map(it -> it.getLastUpdatedAt() == null ? it.getCreatedAt() : it.getLastUpdatedAt())
        .toList();
  }

  private List<ScheduleStatus> await(Predicate<List<ScheduleStatus>> wanted) {
    return await(operations, wanted);
  }

  private List<ScheduleStatus> await(Operations those, Predicate<List<ScheduleStatus>> wanted) {
    for (int i = 0; i < 200; i++) {
      List<ScheduleStatus> found = those.schedules("production");
      if (wanted.test(found)) {
        return found;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError(those.schedules("production") + ", told: " + file.told);
  }
}

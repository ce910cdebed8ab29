package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.schedule.ScheduleKeeper;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.contract.ScheduleId;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

  @TempDir Path directory;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private Path file;
  private String host;
  private Operations operations;
  private ScheduleKeeper keeper;

  @BeforeEach
  void nameTheHost(TestInfo test) {
    host = "h" + Integer.toHexString(test.getDisplayName().hashCode());
    operations = new Operations(SERVER.client(), host);
    file = directory.resolve("safe-update.yml");
  }

  @AfterEach
  void stop() {
    if (keeper != null) {
      keeper.close();
    }
  }

  @Test
  void makes_what_the_configuration_asks_for() throws IOException {
    started("{backup: daily 02:30, trialRestore: weekly sunday 03:00}");

    List<ScheduleStatus> schedules = await(found -> found.size() == 2);
    assertThat(schedules)
        .extracting(ScheduleStatus::task)
        .containsExactly(ScheduledTask.BACKUP, ScheduledTask.TRIAL_RESTORE);
    assertThat(schedules)
        .extracting(ScheduleStatus::timetable)
        .containsExactly("daily 02:30 UTC", "weekly sunday 03:00 UTC");
    assertThat(schedules.get(0).next().orElseThrow().atZone(ZoneOffset.UTC))
        .satisfies(next -> assertThat(next.toLocalTime()).hasToString("02:30"))
        .satisfies(next -> assertThat(next.toInstant()).isBefore(Instant.now().plus(DAY)));
    assertThat(schedules.get(1).next().orElseThrow().atZone(ZoneOffset.UTC).getDayOfWeek())
        .hasToString("SUNDAY");
    assertThat(schedules).allSatisfy(it -> assertThat(it.last()).isEmpty());
    assertThat(told).isEmpty();
  }

  @Test
  void changes_what_the_file_changes_while_the_worker_runs() throws IOException {
    started("{backup: daily 02:30}");
    await(found -> found.size() == 1);

    write("{backup: hourly :15, timezone: Asia/Kolkata}");

    ScheduleStatus changed =
        await(found -> found.get(0).timetable().equals("hourly :15 Asia/Kolkata")).get(0);
    // Half an hour off: a quarter past there is a quarter to here.
    assertThat(changed.next().orElseThrow().atZone(ZoneOffset.UTC).getMinute()).isEqualTo(45);
  }

  @Test
  void removes_what_the_file_does_not_have_any_more_and_nothing_of_another_host()
      throws IOException {
    Operations other = new Operations(SERVER.client(), host + "-other");
    started(host + "-other", "{backup: daily 02:30}").close();
    started("{backup: daily 02:30, trialRestore: monthly 1 03:00}");
    await(found -> found.size() == 2);

    write("{trialRestore: monthly 1 03:00}");

    assertThat(await(found -> found.size() == 1).get(0).task())
        .isEqualTo(ScheduledTask.TRIAL_RESTORE);
    assertThat(other.schedules("production")).hasSize(1);
  }

  @Test
  void does_not_write_what_is_there_already() throws IOException {
    String all =
        "{backup: daily 02:30 14:00, trialRestore: weekly sunday monday 03:00, media: hourly :01,"
            + " export: monthly 28 00:00, exportTo: /srv/backups}";
    started(all);
    await(found -> found.size() == 4);
    keeper.close();
    List<Instant> before = lastWrites();

    started(all);
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

    assertThat(lastWrites()).isEqualTo(before);
  }

  @Test
  void what_a_person_paused_stays_paused() throws IOException {
    started("{backup: daily 02:30}");
    await(found -> found.size() == 1);
    handle(ScheduledTask.BACKUP).pause("the disk is being replaced");

    write("{backup: daily 04:00}");

    ScheduleStatus paused =
        await(found -> found.get(0).timetable().equals("daily 04:00 UTC")).get(0);
    assertThat(paused.paused()).contains("the disk is being replaced");
    assertThat(paused.next()).isEmpty();
  }

  @Test
  void a_file_that_is_wrong_changes_nothing_and_is_told_once() throws IOException {
    started("{backup: daily 02:30}");
    await(found -> found.size() == 1);

    Files.writeString(file, "deployments: {production: {backup: yes}}");
    awaitTold();
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

    assertThat(told)
        .singleElement()
        .asString()
        .contains("schedules stay as they are", "unknown key");
    assertThat(operations.schedules("production")).hasSize(1);
  }

  private static final Duration DAY = Duration.ofDays(1);

  private List<Instant> lastWrites() {
    return List.of(ScheduledTask.values()).stream()
        .map(task -> handle(task).describe().getInfo())
        .map(
            info -> info.getLastUpdatedAt() == null ? info.getCreatedAt() : info.getLastUpdatedAt())
        .toList();
  }

  private ScheduleHandle handle(ScheduledTask task) {
    return ScheduleClient.newInstance(SERVER.client().getWorkflowServiceStubs())
        .getHandle(ScheduleId.of(host, "production", task));
  }

  private List<ScheduleStatus> await(Predicate<List<ScheduleStatus>> wanted) {
    for (int i = 0; i < 200; i++) {
      List<ScheduleStatus> found = operations.schedules("production");
      if (wanted.test(found)) {
        return found;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError(operations.schedules("production") + ", told: " + told);
  }

  private void awaitTold() {
    for (int i = 0; i < 200 && told.isEmpty(); i++) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void started(String schedule) throws IOException {
    keeper = keeper(host, schedule);
  }

  private ScheduleKeeper started(String another, String schedule) throws IOException {
    ScheduleKeeper started = keeper(another, schedule);
    Operations others = new Operations(SERVER.client(), another);
    for (int i = 0; i < 200 && others.schedules("production").isEmpty(); i++) {
      LockSupport.parkNanos(100_000_000);
    }
    return started;
  }

  private ScheduleKeeper keeper(String name, String schedule) throws IOException {
    write(schedule);
    ConfigLoader loader = new ConfigLoader(Map.of(), directory);
    SafeUpdateConfig read = loader.load(file);
    SafeUpdateConfig config =
        new SafeUpdateConfig(
            read.temporal(),
            name,
            read.stateDirectory(),
            read.exportRoots(),
            read.deployments(),
            read.server(),
            read.source());
    return ScheduleKeeper.start(SERVER.client(), config, () -> loader.load(file), told::add);
  }

  private void write(String schedule) throws IOException {
    Files.writeString(
        file,
        """
        exportRoots: [/srv/backups]
        deployments:
          production:
            directory: /srv/app
            composeFiles: [docker-compose.yml]
            branch: main
            database: {service: db}
            migrate: none
            media: {service: web, path: /media}
            schedule: %s
        """
            .formatted(schedule));
  }
}

package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.worker.schedule.ScheduleKeeper;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.ScheduleStatus;
import io.safeupdate.workflows.client.ScheduledRun;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What schedules start, on the real server: triggered, so that nobody waits for the clock. */
@Timeout(120)
final class ScheduledRunsTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  @RegisterExtension final TestHost host = new TestHost(SERVER);

  @TempDir Path directory;

  private ScheduleFile file;
  private ScheduleKeeper keeper;

  @BeforeEach
  void givenASchedule() {
    file = new ScheduleFile(SERVER.client(), directory).write("{backup: monthly 28 03:00}");
    keeper = file.keeper(host.name);
  }

  @AfterEach
  void stop() {
    keeper.close();
  }

  @Test
  void one_that_is_due_becomes_an_operation_of_the_deployment() {
    host.startWorker();

    ScheduledRun run = triggered(Optional.of(OperationStatus.COMPLETED)).last().orElseThrow();

    OperationSummary backup = host.operations.list(Optional.of("production"), 1).get(0);
    assertThat(backup.type()).isEqualTo("BackupDatabase");
    assertThat(run.operation()).contains(backup.operation().id());
    assertThat(host.toy.done()).contains("MakeBackup");
  }

  @Test
  void one_that_fails_is_told_until_one_has_succeeded() {
    host.toy.failingOnce("MakeBackup", FailureType.CONFIG_INVALID, "no such service");
    host.startWorker();

    ScheduleStatus after = triggered(Optional.of(OperationStatus.FAILED));
    assertThat(after.failed()).isEqualTo(after.last());
    assertThat(after.failed().orElseThrow().message().orElseThrow()).contains("no such service");
    assertThat(after.failed().orElseThrow().operation())
        .contains(latestOperation().operation().id());

    assertThat(triggered(Optional.of(OperationStatus.COMPLETED)).failed()).isEmpty();
  }

  @Test
  void one_that_fails_is_told_while_the_next_one_runs() {
    host.toy.failingOnce("MakeBackup", FailureType.CONFIG_INVALID, "no such service");
    host.startWorker();
    triggered(Optional.of(OperationStatus.FAILED));
    host.toy.waiting("MakeBackup", host.gate, "dumping");

    ScheduleStatus open = triggered(Optional.of(OperationStatus.OPEN));

    assertThat(open.failed()).isPresent().isNotEqualTo(open.last());
  }

  @Test
  void one_waits_and_says_so_while_another_operation_is_open() throws Exception {
    host.toy.waiting("Prepare", host.gate, "building");
    host.startWorker();
    Operation open = host.operations.start(UpdateRequest.of("production"));
    host.heard.following(host.operations, open);
    host.heard.await("prepare running");

    trigger();

    ScheduleStatus waiting =
        await(it -> it.last().flatMap(ScheduledRun::message).orElse("").contains("waits until"));
    assertThat(waiting.last().orElseThrow().operation()).isEmpty();
    assertThat(waiting.failed()).isEmpty();
    assertThat(latestOperation().operation()).isEqualTo(open);
  }

  @Test
  void one_that_is_due_while_the_one_before_is_open_is_skipped_and_counted() {
    host.toy.waiting("MakeBackup", host.gate, "dumping");
    host.startWorker();
    triggered(Optional.of(OperationStatus.OPEN));

    file.handle(host.name, ScheduledTask.BACKUP).trigger();

    assertThat(await(it -> it.skipped() == 1).last().flatMap(ScheduledRun::status))
        .contains(OperationStatus.OPEN);
  }

  @Test
  void one_that_no_worker_takes_says_so() {
    trigger();

    assertThat(await(it -> it.last().isPresent()).last().flatMap(ScheduledRun::message))
        .contains("no worker has taken it yet");
  }

  private OperationSummary latestOperation() {
    return host.operations.list(Optional.of("production"), 1).get(0);
  }

  /** Triggers it, and waits until the run that this starts is so. */
  private ScheduleStatus triggered(Optional<OperationStatus> wanted) {
    Optional<ScheduledRun> before =
        host.operations.schedules("production").stream().findFirst().flatMap(ScheduleStatus::last);
    trigger();
    return await(
        it ->
            it.last().map(ScheduledRun::startedAt).isPresent()
                && !it.last()
                    .map(ScheduledRun::startedAt)
                    .equals(before.map(ScheduledRun::startedAt))
                && it.last().flatMap(ScheduledRun::status).equals(wanted));
  }

  private void trigger() {
    await(it -> true);
    file.handle(host.name, ScheduledTask.BACKUP).trigger();
  }

  private ScheduleStatus await(Predicate<ScheduleStatus> wanted) {
    for (int i = 0; i < 300; i++) {
      List<ScheduleStatus> found = host.operations.schedules("production");
      if (!found.isEmpty() && wanted.test(found.get(0))) {
        return found.get(0);
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError(host.operations.schedules("production"));
  }
}

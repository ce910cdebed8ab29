package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchTest {
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final List<String> reports = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void says_how_far_the_work_is_while_it_goes_on() {
    Progress progress =
        message -> {
          reports.add(message);
          if (reports.size() == 3) {
            end.countDown();
          }
        };

    new Watch(progress, OFTEN).over(this::untilEnd, () -> "copying");

    assertThat(reports).hasSizeGreaterThanOrEqualTo(3).allMatch(m -> m.startsWith("copying, "));
  }

  @Test
  void throws_what_the_work_threw() {
    StepFailure failure = new StepFailure(FailureType.DISK_FULL, "full");

    assertThatThrownBy(
            () ->
                new Watch(Progress.NONE)
                    .over(
                        () -> {
                          throw failure;
                        },
                        () -> "x"))
        .isSameAs(failure);
  }

  @Test
  void stops_waiting_when_nobody_listens_any_more() {
    Progress cancelled =
        message -> {
          throw new IllegalStateException("cancelled");
        };

    assertThatThrownBy(() -> new Watch(cancelled, OFTEN).over(this::untilEnd, () -> "x"))
        .hasMessage("cancelled");
  }

  @Test
  void a_server_too_busy_to_answer_is_no_failure() {
    Progress progress =
        message -> {
          reports.add(message);
          end.countDown();
        };

    new Watch(progress, OFTEN)
        .over(
            this::untilEnd,
            () -> {
              throw new StepFailure(FailureType.DATABASE_FAILED, "too many clients");
            });

    assertThat(reports.get(0)).startsWith("the database server is busy");
  }

  private void untilEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.safeupdate.cli.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Facts;
import io.safeupdate.cli.FakeClock;
import io.safeupdate.cli.text.Commands;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.OperationResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OperationLogTest {
  @Test
  void every_open_operation_is_told_of_line_by_line_whoever_started_it() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OneOperation source = new OneOperation();

    try (OperationLog log =
        OperationLog.start(
            source,
            new PrintStream(bytes, true, UTF_8),
            new FakeClock(),
            new Commands(Optional.empty()))) {
      assertThat(log).isNotNull();
      assertThat(source.listedAfterwards.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "2026-11-22T12:00:00Z  production  operation " + Facts.ID,
            "2026-11-22T12:00:00Z  production  ✓ preflight      done      0.8 s         fine",
            "2026-11-22T12:00:00Z  production  ✗ migrate        failed    3.1 s         exit code 1",
            "2026-11-22T12:00:00Z  production  ROLLED_BACK, 1a2b3c4d5e → 5d6e7f8091, downtime 6.5 s,"
                + " migrate failed: The migration ended with exit code 1.");
  }

  /** An operation that is open when it is first listed, and then is not any more. */
  private static final class OneOperation implements OperationLog.Source {
    final CountDownLatch listedAfterwards = new CountDownLatch(1);
    private final CountDownLatch followed = new CountDownLatch(1);

    @Override
    public List<OperationSummary> open() {
      if (followed.getCount() > 0) {
        return List.of(Facts.summary(OperationStatus.OPEN, Optional.empty()));
      }
      listedAfterwards.countDown();
      return List.of();
    }

    @Override
    public OperationResult follow(Operation operation, Listener listener) {
      OperationResult result = Facts.rolledBack();
      result.phases().forEach(listener::phaseChanged);
      followed.countDown();
      return result;
    }
  }
}

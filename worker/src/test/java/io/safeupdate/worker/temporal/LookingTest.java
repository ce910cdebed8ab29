package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.workflows.client.InspectionFailedException;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.UnknownOperationException;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists, names and inspections, on the real server. */
@Timeout(120)
final class LookingTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  @RegisterExtension final TestHost host = new TestHost(SERVER);

  @Test
  void lists_what_happened_newest_first() throws Exception {
    host.startWorker();
    Operation first = host.update("production");
    Operation second = host.update("production");
    Operation other = host.update("staging");

    eventually(
        () ->
            assertThat(host.operations.list(Optional.empty(), 10))
                .extracting(OperationSummary::operation)
                .containsExactly(other, second, first));
    List<OperationSummary> production = host.operations.list(Optional.of("production"), 1);
    assertThat(production)
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.operation()).isEqualTo(second);
              assertThat(summary.outcome()).contains(Outcome.UPDATED);
              assertThat(summary.from()).contains("aaaa");
              assertThat(summary.to()).contains("bbbb");
              assertThat(summary.endedAt()).isPresent();
            });
    assertThat(host.operations.openOperations()).isEmpty();
  }

  @Test
  void resolves_ids_parts_of_ids_and_deployments() throws Exception {
    host.startWorker();
    Operation first = host.update("production");
    Operation second = host.update("production");

    assertThat(host.operations.resolve(first.id())).isEqualTo(first);
    assertThat(host.operations.resolve("production")).isEqualTo(second);
    eventually(
        () -> {
          assertThat(host.operations.resolve(first.id().substring(24))).isEqualTo(first);
          assertThat(host.operations.resolve(second.id().substring(0, 34))).isEqualTo(second);
        });
    assertThatThrownBy(() -> host.operations.resolve(first.id().substring(0, 6)))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining(first.id())
        .hasMessageContaining(second.id());
    assertThatThrownBy(() -> host.operations.resolve("nothing"))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("No operation is known on host " + host.name);
  }

  @Test
  void inspects_a_deployment() throws Exception {
    host.startWorker();

    Inspection inspection = host.operations.inspect(status(), doing -> {});

    assertThat(inspection.commit()).contains("aaaa");
    assertThat(host.operations.list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void says_why_an_inspection_failed() {
    host.toy.failing("Inspect", FailureType.CONFIG_INVALID, "no deployment of that name");
    host.startWorker();

    assertThatThrownBy(() -> host.operations.inspect(status(), doing -> {}))
        .isInstanceOfSatisfying(
            InspectionFailedException.class,
            failure -> assertThat(failure.type()).isEqualTo("ConfigInvalid"))
        .hasMessage("no deployment of that name");
  }

  private static InspectRequest status() {
    return new InspectRequest("production", Optional.of(Depth.STATUS), Optional.empty());
  }

  /** The server's index is a moment late. */
  private static void eventually(Runnable assertion) throws InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        assertion.run();
        return;
      } catch (AssertionError | UnknownOperationException notYet) {
        Thread.sleep(200);
      }
    }
    assertion.run();
  }
}

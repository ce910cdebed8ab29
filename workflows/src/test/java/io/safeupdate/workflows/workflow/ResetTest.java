package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run was reset to a point after its beginning: the host never began the run that is left. */
class ResetTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void a_deed_that_the_host_refuses_is_not_undone() {
    bench.host.fails("Migrate", FailureType.OPERATION_UNKNOWN);

    assertThat(bench.start().failure().getType()).isEqualTo("REJECTED");
    assertThat(bench.host.callsAfter("Migrate")).containsExactly("Close");
  }

  @Test
  void the_message_is_the_hosts() {
    bench.host.fails("Migrate", FailureType.OPERATION_UNKNOWN);

    assertThat(bench.start().failure().getOriginalMessage()).contains(FakeHost.message("Migrate"));
  }

  @Test
  void on_the_way_back_nobody_is_asked_and_nothing_more_is_undone() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.fails("PullBack", FailureType.OPERATION_UNKNOWN);

    assertThat(bench.start().failure().getType()).isEqualTo("NEEDS_ATTENTION");
    assertThat(bench.host.callsAfter("PullBack")).containsExactly("Close");
  }
}

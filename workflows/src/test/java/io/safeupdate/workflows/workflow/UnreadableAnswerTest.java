package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Host and workflow are of different versions: no run ends half-way because of it. */
class UnreadableAnswerTest {
  private static final Map<String, String> NONSENSE = Map.of("strategy", "teleport");

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void of_a_phase_takes_the_way_back() {
    bench.host.answers("Verify", NONSENSE);

    bench.start().ending();

    assertThat(bench.host.callsAfter("Verify")).isEqualTo(WayBack.VERIFY.undosAndClose());
  }

  @Test
  void of_a_phase_is_told_as_a_defect() {
    bench.host.answers("Verify", NONSENSE);

    assertThat(bench.start().failedResult().failure())
        .hasValueSatisfying(failure -> assertThat(failure.type()).isEqualTo("Internal"));
  }

  @Test
  void of_the_policy_is_rejected() {
    bench.host.answers("LoadPolicy", NONSENSE);

    assertThat(bench.start().failure().getType()).isEqualTo("REJECTED");
  }

  @Test
  void of_an_undo_asks_a_person() {
    bench.host.fails("Verify", FailureType.UNHEALTHY);
    bench.host.answers("StartOldVersion", NONSENSE);

    assertThat(bench.start().awaitQuestion().outcome()).contains(Outcome.NEEDS_ATTENTION);
  }
}

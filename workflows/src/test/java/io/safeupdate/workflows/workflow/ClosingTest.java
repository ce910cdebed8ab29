package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The receipt cannot be written and the lock not given back: the ending stays what it is. */
class ClosingTest {
  @RegisterExtension final Bench bench = new Bench();

  @BeforeEach
  void givenThatClosingFails() {
    bench.host.fails("Close", FailureType.DISK_FULL);
  }

  @Test
  void an_update_stands() {
    assertThat(bench.start().result().outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void nothing_of_an_update_is_undone() {
    bench.start().ending();

    assertThat(bench.host.callsAfter("Finish")).containsOnly("Close");
  }

  @Test
  void the_failure_that_was_rolled_back_is_still_told() {
    bench.host.fails("Pull", FailureType.CHECKOUT_UNUSABLE);

    assertThat(bench.start().failedResult().failure())
        .hasValueSatisfying(failure -> assertThat(failure.type()).isEqualTo("CheckoutUnusable"));
  }

  @Test
  void a_note_says_that_the_lock_may_be_held() {
    OperationResult result = bench.start().result();

    assertThat(result.notes())
        .last()
        .asString()
        .contains("receipt", "lock", FakeHost.message("Close"));
  }
}

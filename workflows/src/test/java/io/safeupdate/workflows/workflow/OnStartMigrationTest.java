package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The new version migrates its own database, so already its trial may have changed the schema. */
class OnStartMigrationTest {
  @RegisterExtension final Bench bench = new Bench();

  @BeforeEach
  void givenAnApplicationThatMigratesItself() {
    bench.host.answers("Prepare", Answers.prepared(Strategy.SNAPSHOT, Migration.ON_START));
  }

  @Test
  void a_failing_trial_brings_the_database_back_though_no_migration_was_run() {
    bench.host.fails("Trial", FailureType.UNHEALTHY);

    bench.start().ending();

    assertThat(bench.host.callsAfter("Trial"))
        .startsWith("RemoveTrial", "RestoreDatabaseBefore", "PullBack");
  }

  @Test
  void a_failing_pull_leaves_the_database_alone() {
    bench.host.fails("Pull", FailureType.CHECKOUT_UNUSABLE);

    bench.start().ending();

    assertThat(bench.host.calls()).doesNotContain("RestoreDatabaseBefore");
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A way back does only what its strategy made necessary. */
class UntouchedDatabaseTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void without_a_migration_the_way_back_never_touches_the_database() {
    bench.host.answers("Prepare", Answers.prepared(Strategy.NONE));
    bench.host.fails("Verify", FailureType.UNHEALTHY);

    bench.start().ending();

    assertThat(bench.host.callsAfter("Verify"))
        .containsExactly(
            "RemoveNewContainers",
            "TagBack",
            "RemoveTrial",
            "PullBack",
            "StartOldVersion",
            "DropPrepared",
            "Close");
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAP", "COMMAND"})
  void without_a_snapshot_none_is_dropped(Strategy strategy) {
    bench.host.answers("Prepare", Answers.prepared(strategy));
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);

    bench.start().ending();

    assertThat(bench.host.callsAfter("Migrate"))
        .containsExactly(
            "RestoreDatabaseBefore",
            "PullBack",
            "Resume",
            "StartOldVersion",
            "DropPrepared",
            "Close");
  }

  @Test
  void writers_that_stopped_for_a_backup_that_failed_are_started_again() {
    bench.host.answers("Prepare", Answers.prepared(Strategy.SWAP));
    bench.host.fails("Backup", FailureType.BACKUP_INVALID);

    bench.start().ending();

    assertThat(bench.host.callsAfter("Backup"))
        .containsExactly("Resume", "StartOldVersion", "DropPrepared", "Close");
  }
}

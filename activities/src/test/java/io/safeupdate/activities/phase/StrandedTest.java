package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Unfinished;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operation's run has ended, and it still holds the lock. */
class StrandedTest {
  private static final String OPERATION = "run-1";

  @TempDir Path directory;

  private Shop shop;

  @BeforeEach
  void givenAnOperationThatEndedUnderItsLock() {
    shop = new Shop(directory);
    shop.isOwnerOpen = false;
    shop.locked(OPERATION);
  }

  @Test
  void one_whose_run_is_open_is_not_stranded() {
    shop.isOwnerOpen = true;

    assertThat(stranded()).isEmpty();
  }

  @Test
  void one_that_had_touched_nothing_is_settled() {
    done("preflight");
    began("prepare");

    assertThat(stranded().orElseThrow().isSettled()).isTrue();
  }

  @Test
  void one_that_made_a_backup_only_may_have_stopped_writers_next_and_is_not() {
    done("preflight");
    done("prepare");
    began("backup");

    assertThat(stranded().orElseThrow().isSettled()).isFalse();
  }

  @Test
  void one_that_verified_the_new_version_is_settled() {
    began("restart");
    done("verify");

    assertThat(stranded().orElseThrow().isSettled()).isTrue();
    assertThat(stranded().orElseThrow().unfinished().stands()).isTrue();
  }

  @Test
  void one_whose_verification_failed_is_not() {
    began("verify");

    assertThat(stranded().orElseThrow().isSettled()).isFalse();
    assertThat(stranded().orElseThrow().unfinished().stands()).isFalse();
  }

  @Test
  void one_that_had_the_old_version_up_again_is_settled() {
    began("migrate");
    done("start-old");

    assertThat(stranded().orElseThrow().isSettled()).isTrue();
  }

  @Test
  void tells_how_far_it_came_in_the_order_of_phases() {
    began("migrate");
    began("undo-migrate");

    assertThat(stranded().map(Stranded::unfinished).flatMap(Unfinished::reached))
        .contains(Phase.MIGRATE);
  }

  private Optional<Stranded> stranded() {
    return Stranded.in(shop.host().deployment("production"));
  }

  private void began(String step) {
    journal().begins(Shop.step(OPERATION, step), 1);
  }

  private void done(String step) {
    began(step);
    journal().done(Shop.step(OPERATION, step), 1);
  }

  private StepJournal journal() {
    return shop.host().journal(Shop.step(OPERATION, "any"));
  }
}

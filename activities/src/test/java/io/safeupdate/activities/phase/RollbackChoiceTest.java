package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.RollbackRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which restore point a person means. */
class RollbackChoiceTest {
  private static final String RUNS = "1".repeat(40);
  private static final String OLDER = "0".repeat(40);

  @TempDir Path directory;
  private RecordedPoints points;
  private Findings findings;

  @BeforeEach
  void givenAShop() {
    Shop shop = new Shop(directory);
    points = new RecordedPoints(shop);
    findings = new Findings(shop.host().deployment("production"), Optional.empty(), Progress.NONE);
    findings.checkout =
        Optional.of(
            new Checkout.State(
                RUNS, Optional.of("master"), List.of(), List.of(), false, Optional.empty()));
  }

  @Test
  void the_newest_that_leads_to_another_commit() {
    points.write("oldest", OLDER);
    points.write("older", OLDER);
    points.write("of-an-update-that-failed", RUNS);

    assertThat(chosen(Optional.empty())).contains("older");
  }

  @Test
  void the_database_alone_comes_from_the_newest_of_all() {
    points.write("older", OLDER);
    points.write("newest", RUNS);
    RollbackRequest request =
        new RollbackRequest(
            "production", Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());

    assertThat(new RollbackChoice(findings).choose(request).map(RestorePoint::id))
        .contains("newest");
  }

  @Test
  void a_named_one_may_be_of_the_commit_that_runs() {
    points.write("this", RUNS);

    assertThat(chosen(Optional.of("this"))).contains("this");
  }

  @Test
  void none_is_chosen_where_all_are_of_the_commit_that_runs_and_the_refusal_lists_them() {
    points.write("this", RUNS);

    assertThat(chosen(Optional.empty())).isEmpty();
    assertThat(findings.failure().getMessage()).contains("There are: this (1111111111)");
  }

  @Test
  void one_that_is_not_there_is_refused() {
    points.write("older", OLDER);

    assertThat(chosen(Optional.of("../older"))).isEmpty();
    assertThat(findings.failure().getMessage()).contains("no restore point ../older", "older (0");
  }

  private Optional<String> chosen(Optional<String> id) {
    return new RollbackChoice(findings)
        .choose(RollbackRequest.of("production", id))
        .map(RestorePoint::id);
  }
}

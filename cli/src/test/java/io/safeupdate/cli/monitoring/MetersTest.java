package io.safeupdate.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.cli.Facts;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationStatus;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations as a scrape shows them. */
final class MetersTest {
  private static final Set<String> DEPLOYMENTS = Set.of("production");
  private static final String ROLLED_BACK =
      "safe_update_operations_total{deployment=\"production\",outcome=\"ROLLED_BACK\",type=\"SafeUpdate\"} ";

  private final Metrics metrics = new Metrics();
  private final OperationMeters meters = new OperationMeters(metrics.registry());
  private final FakeSource source = new FakeSource();
  private final OperationWatch watch = new OperationWatch(source, meters);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void counters_begin_with_zero_so_that_the_first_rollback_is_an_increase() {
    meters.expect("production");

    assertThat(scrape()).contains(ROLLED_BACK + "0.0");
  }

  @Test
  void an_operation_that_ends_is_counted_once() {
    watch.look(DEPLOYMENTS);
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());

    watch.look(DEPLOYMENTS);
    watch.look(DEPLOYMENTS);

    assertThat(scrape()).contains(ROLLED_BACK + "1.0");
  }

  @Test
  void what_ended_before_the_first_look_is_not_counted() {
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());

    watch.look(DEPLOYMENTS);

    assertThat(scrape()).doesNotContain(ROLLED_BACK);
  }

  @Test
  void what_ended_while_temporal_was_away_is_counted_when_it_is_back() {
    watch.look(DEPLOYMENTS);
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());
    source.endingIsAway = true;
    assertThatThrownBy(() -> watch.look(DEPLOYMENTS)).isInstanceOf(ServerAwayException.class);
    source.endingIsAway = false;

    watch.look(DEPLOYMENTS);

    assertThat(scrape()).contains(ROLLED_BACK + "1.0");
  }

  @Test
  void a_deployment_that_is_not_configured_gets_no_series() {
    watch.look(Set.of("staging"));
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());

    watch.look(Set.of("staging"));

    assertThat(scrape()).doesNotContain("production");
  }

  @Test
  void phases_and_downtime_of_what_ended_are_measured_in_seconds() {
    watch.look(DEPLOYMENTS);
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());
    watch.look(DEPLOYMENTS);

    assertThat(scrape())
        .contains(
            "safe_update_phase_duration_seconds_sum{deployment=\"production\",phase=\"migrate\",status=\"failed\"} 3.1")
        .contains("safe_update_downtime_seconds_sum{deployment=\"production\"} 6.5");
  }

  @Test
  void the_last_success_is_known_of_what_ended_before() {
    source.ended(Outcome.UPDATED, Facts.updated());

    watch.look(DEPLOYMENTS);

    assertThat(scrape())
        .contains(
            "safe_update_last_success_timestamp_seconds{deployment=\"production\",type=\"SafeUpdate\"} "
                + (double) Facts.NOW.minusSeconds(60).getEpochSecond());
  }

  @Test
  void a_rollback_is_no_success() {
    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());

    watch.look(DEPLOYMENTS);

    assertThat(scrape()).doesNotContain("last_success");
  }

  @Test
  void an_operation_that_waits_for_a_person_is_told_until_it_does_not() {
    OpenGauges gauges = new OpenGauges(metrics.registry());
    String waiting = "safe_update_waiting_for_person{deployment=\"production\"} ";
    source.now =
        Optional.of(Facts.summary(OperationStatus.OPEN, Optional.of(Outcome.NEEDS_ATTENTION)));
    gauges.show(DEPLOYMENTS, watch.look(DEPLOYMENTS));
    assertThat(scrape())
        .contains(waiting + "1.0")
        .contains("safe_update_open_operations{deployment=\"production\"} 1.0");

    source.ended(Outcome.ROLLED_BACK, Facts.rolledBack());
    gauges.show(DEPLOYMENTS, watch.look(DEPLOYMENTS));

    assertThat(scrape())
        .contains(waiting + "0.0")
        .contains("safe_update_open_operations{deployment=\"production\"} 0.0");
  }

  private String scrape() {
    return metrics.scrape("").text();
  }

  /** At most one operation. */
  private static final class FakeSource implements OperationWatch.Source {
    Optional<OperationSummary> now = Optional.empty();
    boolean endingIsAway;
    private Optional<OperationResult> result = Optional.empty();

    void ended(Outcome outcome, OperationResult ending) {
      OperationStatus status =
          outcome == Outcome.UPDATED ? OperationStatus.COMPLETED : OperationStatus.FAILED;
      now = Optional.of(Facts.summary(status, Optional.of(outcome)));
      result = Optional.of(ending);
    }

    @Override
    public List<OperationSummary> latest(int limit) {
      return now.stream().toList();
    }

    @Override
    public Optional<OperationResult> ending(Operation operation) {
      if (endingIsAway) {
        throw new ServerAwayException("UNAVAILABLE", new IllegalStateException());
      }
      return result;
    }
  }
}

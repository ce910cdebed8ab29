package io.safeupdate.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.safeupdate.api.monitoring.PartHealth;
import io.safeupdate.cli.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The host as a scrape shows it, and the scrape itself. */
final class MetricsTest {
  private static final String PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

  private final Metrics metrics = new Metrics();
  private final FakeVitals vitals = new FakeVitals();
  private final HostGauges gauges =
      new HostGauges(metrics.registry(), Clock.fixed(Facts.NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void the_age_of_the_newest_backup_is_told() {
    vitals.backedUp("production", Facts.NOW.minusSeconds(3600));

    gauges.showHost(vitals, List.of("production"));

    assertThat(scrape())
        .contains("safe_update_backup_age_seconds{deployment=\"production\"} 3600.0");
  }

  @Test
  void a_deployment_without_a_backup_is_older_than_any_limit() {
    gauges.showHost(vitals, List.of("production"));

    assertThat(scrape()).contains("safe_update_backup_age_seconds{deployment=\"production\"} +Inf");
  }

  @Test
  void a_deployment_that_was_removed_leaves_no_series() {
    gauges.showHost(vitals, List.of("production", "staging"));

    gauges.showHost(vitals, List.of("production"));

    assertThat(scrape()).contains("production").doesNotContain("staging");
  }

  @Test
  void room_on_disks_is_told_in_bytes() {
    vitals.free("docker", 42);

    gauges.showHost(vitals, List.of());

    assertThat(scrape())
        .contains("safe_update_disk_free_bytes{use=\"docker\"} 42.0")
        .contains("safe_update_disk_size_bytes{use=\"docker\"} 1.0E11");
  }

  @Test
  void a_part_is_one_while_it_is_well() {
    gauges.showParts(Map.of("engine", PartHealth.ill("away"), "disk", PartHealth.well()));

    assertThat(scrape())
        .contains("safe_update_part_healthy{part=\"engine\"} 0.0")
        .contains("safe_update_part_healthy{part=\"disk\"} 1.0");
  }

  @Test
  void every_metric_says_what_it_is() {
    gauges.showParts(Map.of("engine", PartHealth.well()));
    gauges.showHost(vitals, List.of("production"));

    assertThat(scrape().lines().filter(line -> line.startsWith("# HELP safe_update_")))
        .hasSize(4)
        .allMatch(line -> line.matches("# HELP \\w+ [A-Z0-9].*\\."));
  }

  @Test
  void the_jvm_is_measured_too() {
    assertThat(scrape()).contains("jvm_memory_used_bytes{").contains("process_uptime_seconds ");
  }

  @Test
  void histograms_of_temporals_client_have_a_handful_of_buckets() {
    Timer.builder("temporal_request_latency")
        .publishPercentileHistogram()
        .register(metrics.registry())
        .record(Duration.ofMillis(70));

    assertThat(
            scrape().lines().filter(line -> line.startsWith("temporal_request_latency_seconds_b")))
        .hasSize(9)
        .contains(
            "temporal_request_latency_seconds_bucket{le=\"0.05\"} 0",
            "temporal_request_latency_seconds_bucket{le=\"0.2\"} 1");
  }

  @Test
  void prometheus_gets_open_metrics() {
    assertThat(metrics.scrape(PROMETHEUS).contentType())
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(metrics.scrape(PROMETHEUS).text()).endsWith("# EOF\n");
  }

  @Test
  void a_person_gets_plain_text() {
    assertThat(metrics.scrape("text/html,*/*").contentType()).startsWith("text/plain");
    assertThat(scrape()).doesNotContain("# EOF");
  }

  private String scrape() {
    return metrics.scrape("").text();
  }
}

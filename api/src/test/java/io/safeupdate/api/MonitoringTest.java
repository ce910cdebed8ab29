package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.safeupdate.api.monitoring.Exposition;
import io.safeupdate.api.monitoring.Monitoring;
import io.safeupdate.api.monitoring.Part;
import io.safeupdate.api.monitoring.PartHealth;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MonitoringTest {
  private final AtomicReference<PartHealth> engine =
      new AtomicReference<>(PartHealth.well("Docker 27"));

  private final FakeOperations operations = new FakeOperations();
  private final ApiServer server =
      ApiServer.start(
          Samples.config(Servers.ANY_PORT),
          operations,
          Optional.empty(),
          new Monitoring(
              List.of(new Part("engine", engine::get)),
              Optional.of(accept -> new Exposition("text/plain; version=0.0.4", "up 1\n"))));

  private final Browser browser = new Browser(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void is_healthy_while_temporal_answers() {
    assertThat(browser.get("healthcheck").statusCode()).isEqualTo(200);
    assertThat(browser.json("healthcheck").at("/temporal/healthy").asBoolean()).isTrue();
  }

  @Test
  void says_why_when_temporal_is_away() {
    operations.temporalIsAway();

    assertThat(browser.get("healthcheck").statusCode()).isEqualTo(503);
    assertThat(browser.json("healthcheck").at("/temporal/message").asText())
        .contains("UNAVAILABLE");
  }

  @Test
  void tells_how_each_part_is() {
    JsonNode health = browser.json("healthcheck");

    assertThat(health.fieldNames()).toIterable().containsExactly("temporal", "engine");
    assertThat(health.at("/engine/healthy").asBoolean()).isTrue();
    assertThat(health.at("/engine/message").asText()).isEqualTo("Docker 27");
  }

  @Test
  void is_unavailable_when_one_part_is() {
    engine.set(PartHealth.ill("no such socket"));

    HttpResponse<String> answer = browser.get("healthcheck");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("no such socket").contains("\"temporal\":{\"healthy\":true");
  }

  @Test
  void serves_metrics_in_the_format_they_come_in() {
    HttpResponse<String> answer = browser.get("metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("up 1\n");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain").contains("0.0.4"));
  }
}

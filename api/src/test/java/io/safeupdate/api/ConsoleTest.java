package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.api.Browser.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleTest {
  private static final String HOSTILE =
      "</pre><script>alert(1)</script> & \"quoted\" 'single' \u202Egnp.exe \u0007bell\nsecond line";

  private final FakeOperations operations = new FakeOperations();
  private final ApiServer server =
      ApiServer.start(
          Samples.config(Servers.ANY_PORT),
          operations,
          Optional.of(URI.create("http://127.0.0.1:8233/")));
  private final Browser browser = new Browser(server.url());

  @BeforeEach
  void reset() {
    operations.reset();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shows_each_deployment_with_its_last_operation() {
    operations.with(Samples.updated("production"));
    Page page = browser.page("");
    assertThat(page.text("//h1")).isEqualTo("Deployments on local");
    assertThat(page.text("//section[1]/h2")).isEqualTo("production");
    assertThat(page.text("//section[1]/p"))
        .isEqualTo("✓ UPDATED production runs 5d6e7f8a9b, healthy");
    assertThat(page.text("//section[2]/p")).isEqualTo("– no operation yet");
    assertThat(page.text("//section[2]/h2/a/@href")).isEqualTo("deployments/staging");
    assertThat(page.text("//section[1]//div[dt='last operation']//a/@href"))
        .isEqualTo("operations/" + Samples.UPDATED);
  }

  @Test
  void links_a_run_to_temporal() {
    operations.with(Samples.updated("production"));
    String page = "operations/" + Samples.UPDATED;
    assertThat(browser.page(page).text("//a[.='run in Temporal']/@href"))
        .isEqualTo(
            "http://127.0.0.1:8233/namespaces/default/workflows/deployment%2Flocal%2Fproduction/"
                + Samples.UPDATED
                + "/history");
  }

  @Test
  void follows_an_open_operation_without_a_script() {
    operations.with(Samples.open("production"));
    Page page = browser.page("");
    assertThat(page.text("//noscript/meta[@http-equiv='refresh']/@content")).isEqualTo("3");
    assertThat(page.text("//section[1]/p")).matches("● running: prepare since [-0-9]+ [:0-9]+ UTC");
    assertThat(page.text("//tr[th='prepare']/td[@class='what']"))
        .isEqualTo("django 7/12: RUN pip install");
    assertThat(page.text("//tr[th='prepare']/td[@class='status']")).isEqualTo("● running");
    assertThat(page.text("//tr[th='backup']/td[@class='status']")).isEqualTo("· pending");
    assertThat(page.count("//script")).isOne();
  }

  @Test
  void does_not_reload_when_nothing_is_open() {
    operations.with(Samples.updated("production"));
    assertThat(browser.page("").count("//meta[@http-equiv='refresh']")).isZero();
  }

  @Test
  void tells_a_rollback_whole() {
    operations.with(
        Samples.rolledBack("production", "Migration 0007 failed\nlast line of the log"));
    Page page = browser.page("operations/" + Samples.ROLLED_BACK);
    assertThat(page.text("//h1")).isEqualTo("SafeUpdate on production");
    assertThat(page.text("//p[@class='state']"))
        .isEqualTo("✗ ROLLED_BACK production runs the old version 1a2b3c4d5e, with its data");
    assertThat(page.text("//section/h2")).isEqualTo("Failed in migrate (MigrationFailed)");
    assertThat(page.text("//pre")).contains("last line of the log");
    assertThat(page.text("//tr[th='migrate']/td[@class='what']"))
        .isEqualTo("Migration 0007 failed");
    assertThat(page.text("//tr[th='undo-quiesce']/td[@class='status']")).isEqualTo("✓ done");
    assertThat(page.text("//ul[@class='notes']/li")).contains("app_abandoned_1");
    assertThat(page.text("//div[dt='downtime']/dd")).isEqualTo("7.3 s");
    assertThat(page.text("//ul[@class='commands']/li[1]/code"))
        .isEqualTo("safe-update update production");
    assertThat(page.text("//div[@class='deeds']/a")).isEqualTo("Plan an update");
  }

  @Test
  void names_the_folder_of_a_failure_and_the_command_that_shows_it() {
    operations.with(Samples.rolledBack("production", "failed"));
    Page page = browser.page("operations/" + Samples.ROLLED_BACK);
    assertThat(page.text("//p[@class='faint logs']/code")).isEqualTo(Samples.LOGS);
    assertThat(page.text("//ul[@class='commands']/li[last()]/code"))
        .isEqualTo("safe-update show " + Samples.ROLLED_BACK + " --logs");
  }

  @Test
  void asks_for_the_decision_that_an_operation_waits_for() {
    operations.with(Samples.waiting("production"));
    Page page = browser.page("operations/" + Samples.WAITING);
    assertThat(page.text("//section/h2")).isEqualTo("Waits for a decision about undo-migrate");
    assertThat(page.text("//section//li[1]/button")).isEqualTo("Retry undo-migrate");
    assertThat(page.text("//section//li[2]/button/@value")).isEqualTo("abandon");
    assertThat(page.text("//ul[@class='commands']/li[1]/code"))
        .isEqualTo("safe-update decide " + Samples.WAITING + " retry");
    assertThat(page.text("//section/p"))
        .isEqualTo("Rolls back by itself at 2026-11-22 15:03:07 UTC.");
  }

  @Test
  void shows_hostile_text_as_text() {
    operations.with(Samples.rolledBack("production", HOSTILE));
    Page page = browser.page("operations/" + Samples.ROLLED_BACK);
    assertThat(page.count("//script")).isOne();
    assertThat(page.source()).doesNotContain("<script>", "\u202E", "\u0007");
    assertThat(page.text("//pre"))
        .isEqualTo(
            "</pre><script>alert(1)</script> & \"quoted\" 'single' \uFFFDgnp.exe \uFFFDbell second line");
  }

  @Test
  void shows_a_hostile_address_as_text() {
    Page page = browser.page("operations/%3Cscript%3Ealert(1)%22");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.count("//script")).isOne();
    assertThat(page.text("//main/p")).contains("<script>alert(1)\"");
  }

  @Test
  void says_on_a_page_that_temporal_is_away_and_looks_again() {
    operations.temporalIsAway();
    Page page = browser.page("");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text("//main/p")).contains("does not answer");
    assertThat(page.count("//meta[@http-equiv='refresh']")).isOne();
  }

  @Test
  void lets_a_browser_load_nothing_from_elsewhere() {
    HttpResponse<String> answer = browser.get("");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'none'",
                        "style-src 'self'",
                        "script-src 'self'",
                        "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(answer.body()).doesNotContain("style=");
  }

  @Test
  void serves_what_its_pages_need() {
    assertThat(browser.get("console.css").body()).contains("prefers-color-scheme: dark");
    assertThat(browser.get("console.js").headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=utf-8");
    assertThat(browser.get("console.js").body()).hasSizeLessThan(5000);
    assertThat(browser.get("icon.svg").headers().firstValue("Content-Type"))
        .hasValue("image/svg+xml");
    assertThat(browser.page("operations/unknown").text("//link[@rel='stylesheet']/@href"))
        .isEqualTo("../console.css");
  }
}

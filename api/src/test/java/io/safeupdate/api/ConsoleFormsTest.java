package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.api.Browser.Page;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.RecoverRequest;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the console's buttons do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleFormsTest {
  private final FakeOperations operations = new FakeOperations();
  private ApiServer server;
  private Browser browser;

  @BeforeEach
  void givenAFreshServer() {
    stop();
    operations.reset().oneAtATime().seeing(Sights::of);
    server = ApiServer.start(Samples.config(Servers.ANY_PORT), operations, Optional.empty());
    browser = new Browser(server.url());
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void makes_a_plan_when_asked_to() {
    assertThat(browser.page("deployments/production/plan").text("//main//button"))
        .isEqualTo("Make a plan");
    HttpResponse<String> answer =
        browser.submit("deployments/production/plan", Map.of("to", "release 7"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Browser.read(answer).text("//input[@name='to']/@value")).isEqualTo("release 7");
    assertThat(operations.looks).isEmpty();
    Page plan = planned("v7");
    assertThat(plan.text("//main//p[@class='move']")).isEqualTo("1a2b3c4d5e → 5d6e7f8a9b");
    assertThat(plan.text("//table[caption='Commits']//tr[th='3b4c5d6e7f']/td[1]"))
        .isEqualTo("Update Django to 5.2.8");
    assertThat(plan.text("//h2[starts-with(.,'Way back')]/following-sibling::p[1]"))
        .isEqualTo("snapshot: 70.9 GB free for a copy of 1.2 GB");
  }

  @Test
  void says_on_the_button_what_the_update_will_do() {
    operations.with(Samples.updated("production"));
    assertThat(planned("v7").text("//form[contains(@action,'update')]/button"))
        .isEqualTo(
            "Update production to 5d6e7f8a9b: 3 commits, 2 migrations, about 7.3 s without service");
  }

  @Test
  void updates_to_the_very_commit_that_was_shown() {
    String shown =
        planned("v7").text("//form[contains(@action,'update')]/input[@name='to']/@value");
    HttpResponse<String> answer =
        browser.submit(
            "deployments/production/update", Map.of("to", shown, "onFailure", "hold", "trial", ""));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/operations/" + FakeOperations.STARTED);
    UpdateRequest started = (UpdateRequest) operations.started.get(0);
    assertThat(started.to()).contains(Sights.NEXT);
    assertThat(started.policy().orElseThrow().onFailure()).contains(OnFailure.HOLD);
    assertThat(started.policy().orElseThrow().trial()).isEmpty();
  }

  @Test
  void offers_no_update_that_would_be_rejected() {
    operations.seeing(Sights::rejected);
    Page plan = planned("v7");
    assertThat(plan.text("//section[contains(@class,'notice')]/h2"))
        .isEqualTo("✗ An update would be rejected in prepare");
    assertThat(plan.text("//section//pre")).contains("exit code 1");
    assertThat(plan.count("//form[contains(@action,'update')]")).isZero();
  }

  @Test
  void says_why_no_plan_could_be_made() {
    operations.seeing(
        request -> {
          throw new IllegalStateException("out of order");
        });
    assertThat(planned("v7").text("//section[contains(@class,'notice')]")).contains("out of order");
  }

  @Test
  void shows_what_is_open_when_something_is() {
    operations.with(Samples.open("production"));
    HttpResponse<String> answer =
        browser.submit("deployments/production/update", Map.of("to", Sights.NEXT, "key", "k1"));
    assertThat(answer.statusCode()).isEqualTo(409);
    Page page = Browser.read(answer);
    assertThat(page.text("//section[@role='alert']/h2")).isEqualTo("✗ The deployment is busy");
    assertThat(page.text("//section[@role='alert']//a/@href"))
        .isEqualTo("../../operations/" + Samples.OPEN);
  }

  @Test
  void starts_nothing_twice_when_a_form_is_sent_twice() {
    Map<String, String> form = Map.of("to", Sights.NEXT, "key", "k1");
    browser.submit("deployments/production/update", form);
    HttpResponse<String> again = browser.submit("deployments/production/update", form);
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location").orElseThrow())
        .endsWith("/operations/" + FakeOperations.STARTED);
    assertThat(operations.started).hasSize(1);
  }

  @Test
  void decides_with_the_reason_that_was_typed() {
    operations.with(Samples.waiting("production"));
    HttpResponse<String> answer =
        browser.submit(
            "operations/" + Samples.WAITING + "/decide",
            Map.of("decision", "retry", "reason", "the server is back"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(operations.steered).containsExactly("decide " + Samples.WAITING + " retry");
  }

  @Test
  void refuses_a_decision_that_nobody_offered() {
    operations.with(Samples.waiting("production"));
    HttpResponse<String> answer =
        browser.submit("operations/" + Samples.WAITING + "/decide", Map.of("decision", "explode"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(operations.steered).isEmpty();
  }

  @Test
  void cancels_after_asking() {
    operations.with(Samples.open("production"));
    Page page = browser.page("operations/" + Samples.OPEN);
    assertThat(page.text("//details[@id='cancel']/summary")).isEqualTo("Cancel …");
    assertThat(page.text("//details[@id='cancel']//button")).isEqualTo("Cancel this update");
    browser.submit("operations/" + Samples.OPEN + "/cancel", Map.of());
    assertThat(operations.steered).containsExactly("cancel " + Samples.OPEN + " by local");
  }

  @Test
  void starts_what_failed_once_more() {
    operations.with(Samples.rolledBack("production", "failed"));
    Page page = browser.page("operations/" + Samples.ROLLED_BACK);
    assertThat(page.text("//form[contains(@action,'retry')]/button"))
        .isEqualTo("Update production to the tip of its branch, once more");
    browser.submit("operations/" + Samples.ROLLED_BACK + "/retry", Map.of("key", "k2"));
    assertThat(operations.started).containsExactly(UpdateRequest.of("production"));
  }

  @Test
  void recovers_a_deployment() {
    browser.submit("deployments/production/recover", Map.of("key", "k3"));
    assertThat(operations.started).containsExactly(new RecoverRequest("production"));
  }

  /** The page of the plan, once it is made. */
  private Page planned(String to) {
    HttpResponse<String> answer = browser.submit("deployments/production/plan", Map.of("to", to));
    assertThat(answer.statusCode()).isEqualTo(303);
    for (int i = 0; i < 100; i++) {
      Page page = browser.page("deployments/production/plan?to=" + to);
      if (page.count("//main[@data-live]") == 0) {
        return page;
      }
      pause(Duration.ofMillis(50));
    }
    throw new AssertionError("no plan");
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

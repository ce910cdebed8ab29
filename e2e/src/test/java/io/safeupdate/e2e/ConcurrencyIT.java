package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Production and staging of one application on one engine, under one Safe Update. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConcurrencyIT {
  @TempDir static Path directory;
  static GuestBook production;
  static GuestBook staging;
  static Host host;
  static Picture stagingBefore;

  @BeforeAll
  static void givenTwoRunningApplications() {
    production = GuestBook.started(directory.resolve("p"), "su-e2e-both-production");
    staging = GuestBook.started(directory.resolve("s"), "su-e2e-both-staging", "staging");
    host = new Host(directory.resolve("host"));
    host.with("production", production).with("staging", staging).up();
    production.post("of production");
    staging.post("of staging");
    stagingBefore = Picture.of(staging);
  }

  @AfterAll
  static void cleanUp() {
    host.close();
    production.close();
    staging.close();
  }

  @Test
  @Order(1)
  void a_second_update_of_a_deployment_is_told_which_one_is_open() {
    production.publish("v2-slow-migration");
    Underway first = Underway.started(host, "production");

    Host.Answer second = host.update("production");

    assertThat(second.exitCode()).as(second.run().toString()).isEqualTo(40);
    assertThat(second.text("/error/type")).isEqualTo("DeploymentBusy");
    assertThat(second.text("/error/openOperation")).isEqualTo(first.operation());
    assertThat(second.text("/error/message")).contains("production is busy", first.operation());
    Host.Answer ending = first.ending();
    assertThat(ending.outcome()).as(ending.run().toString()).isEqualTo("UPDATED");
    assertThat(production.rows()).containsExactly("of production", "counted 1 rows");
    assertThat(Picture.of(staging)).isEqualTo(stagingBefore);
  }

  @Test
  @Order(2)
  void a_broken_release_of_one_and_a_good_one_of_the_other_do_not_meet() {
    Picture before = Picture.of(production);
    production.publish("broken-migration");
    String target = staging.publish("v2-migration");

    CompletableFuture<Host.Answer> broken =
        CompletableFuture.supplyAsync(() -> host.update("production"));
    Host.Answer good = host.update("staging");

    assertThat(broken.join().outcome()).as(broken.join().run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(Picture.of(production)).isEqualTo(before);
    assertThat(production.rows()).containsExactly("of production", "counted 1 rows");
    assertThat(Leftovers.of(host, production)).isEmpty();

    assertThat(good.outcome()).as(good.run().toString()).isEqualTo("UPDATED");
    assertThat(staging.commit()).isEqualTo(target);
    assertThat(staging.version()).isEqualTo("2");
    assertThat(staging.changes()).isEmpty();
    assertThat(staging.rows()).containsExactly("of staging");
    assertThat(staging.migrations()).hasSize(stagingBefore.migrations().size() + 1);
    assertThat(Leftovers.of(host, staging)).isEmpty();
  }

  @Test
  @Order(3)
  void each_has_a_history_and_restore_points_of_its_own() {
    assertThat(outcomes("production")).isEqualTo("[\"ROLLED_BACK\",\"UPDATED\"]");
    assertThat(outcomes("staging")).isEqualTo("[\"UPDATED\"]");
    assertThat(restorePoints("production")).isEqualTo(2);
    assertThat(restorePoints("staging")).isEqualTo(1);
  }

  private static String outcomes(String deployment) {
    Host.Answer answer = Host.answer(host.run("history", deployment, "--json").orFail());
    return answer.json().findValues("outcome").toString().replace(" ", "");
  }

  private static int restorePoints(String deployment) {
    Host.Answer answer = Host.answer(host.run("restore-points", deployment, "--json").orFail());
    return answer.json().at("/restorePoints").size();
  }
}

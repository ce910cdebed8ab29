package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
  static Picture productionBefore;
  static Picture stagingBefore;
  static String target;
  static Underway broken;
  static Underway good;

  @BeforeAll
  static void givenTwoApplicationsThatAreBeingUpdated() {
    production = GuestBook.started(directory.resolve("p"), "su-e2e-both-production");
    staging = GuestBook.started(directory.resolve("s"), "su-e2e-both-staging", "staging");
    host = Host.sharingUp(directory.resolve("host"));
    host.with("production", production).with("staging", staging).up();
    production.post("of production");
    staging.post("of staging");
    productionBefore = Picture.of(production);
    stagingBefore = Picture.of(staging);
    production.publish("broken-migration");
    target = staging.publish("v2-migration");
    broken = Underway.started(host, "production");
    good = Underway.started(host, "staging");
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
    Host.Answer second = host.update("production");

    assertThat(second.exitCode()).as(second.run().toString()).isEqualTo(40);
    assertThat(second.text("/error/type")).isEqualTo("DeploymentBusy");
    assertThat(second.text("/error/openOperation")).isEqualTo(broken.operation());
    assertThat(second.text("/error/message"))
        .contains("production is busy")
        .contains(broken.operation());
  }

  @Test
  @Order(2)
  void a_broken_release_goes_back_as_if_the_other_update_were_not_there() {
    Host.Answer answer = broken.ending();

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(Picture.of(production)).isEqualTo(productionBefore);
    assertThat(production.rows()).containsExactly("of production");
  }

  @Test
  @Order(3)
  void a_good_release_comes_as_if_the_other_update_were_not_there() {
    Host.Answer answer = good.ending();

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(staging.commit()).isEqualTo(target);
    assertThat(staging.version()).isEqualTo("2");
    assertThat(staging.changes()).isEmpty();
    assertThat(staging.rows()).containsExactly("of staging");
    assertThat(staging.migrations()).hasSize(stagingBefore.migrations().size() + 1);
  }

  @Test
  @Order(4)
  void each_has_a_history_and_restore_points_of_its_own_and_nothing_is_left() {
    assertThat(operations("production")).containsExactly(broken.operation());
    assertThat(operations("staging")).containsExactly(good.operation());
    assertThat(restorePoints("production")).isEqualTo(1);
    assertThat(restorePoints("staging")).isEqualTo(1);
    assertThat(Leftovers.of(host, production)).isEmpty();
    assertThat(Leftovers.of(host, staging)).isEmpty();
  }

  private static List<String> operations(String deployment) {
    return Host.answer(host.run("history", deployment, "--json").orFail())
        .json()
        .findValuesAsText("operation");
  }

  private static int restorePoints(String deployment) {
    Host.Answer answer = Host.answer(host.run("restore-points", deployment, "--json").orFail());
    return answer.json().at("/restorePoints").size();
  }
}

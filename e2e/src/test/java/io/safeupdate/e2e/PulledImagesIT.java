package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Images that the compose file pulls instead of builds; their tags move. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PulledImagesIT {
  private static final String NAME = "su-e2e-pulled-images";

  @TempDir static Path directory;
  static Registry registry;
  static SmallApp app;
  static Host host;

  @BeforeAll
  static void givenARunningApplication() {
    registry = new Registry(directory.resolve("registry"));
    registry.push("stable", "1");
    app = new SmallApp(directory.resolve("app"), NAME);
    commit("stable");
    app.start();
    host = Host.sharingUp(directory.resolve("host")).init(app).up();
  }

  @AfterAll
  static void cleanUp() {
    app.close();
    registry.close();
  }

  @Test
  @Order(1)
  void a_broken_image_under_the_same_tag_gives_the_tag_back_to_the_old_one() {
    SmallApp.State before = app.state();
    String broken = registry.push("stable", "2 exits");
    app.put("CHANGES", "2").publish("Announce release 2");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(answer.text("/failure/message")).contains("release 2 cannot start");
    assertThat(app.state()).isEqualTo(before);
    assertThat(tagged("stable")).isEqualTo(before.images().get("web")).isNotEqualTo(broken);
  }

  @Test
  @Order(2)
  void a_good_image_under_the_same_tag_takes_over() {
    String good = registry.push("stable", "3");
    app.put("CHANGES", "3").publish("Announce release 3");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state().release()).isEqualTo("3");
    assertThat(app.project().images()).containsEntry("web", good);
    assertThat(tagged("stable")).isEqualTo(good);
  }

  @Test
  @Order(3)
  void a_tag_that_the_registry_does_not_have_is_rejected_before_anything_changes() {
    SmallApp.State before = app.state();
    commit("missing");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("REJECTED");
    assertThat(answer.text("/failure/type")).isEqualTo("PullFailed");
    assertThat(answer.text("/failure/message")).contains(registry.reference("missing"));
    assertThat(app.state()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void a_new_tag_is_pulled_and_the_old_image_stays_pinned_by_its_id() {
    String old = app.project().images().get("web");
    String next = registry.push("4", "4");
    String target = commit("4");

    Host.Answer answer = host.update(NAME);

    assertThat(answer.outcome()).as(answer.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("", SmallApp.State::changes)
        .returns("4", SmallApp.State::release);
    assertThat(app.project().images()).containsEntry("web", next);
    String pin = "safe-update/" + NAME + "/web:" + answer.text("/restorePoint");
    assertThat(image(pin)).isEqualTo(old);
  }

  private static String commit(String tag) {
    return app.put(
            "compose.yml",
            """
            services:
              web:
                image: %s
                restart: always
                ports: ["127.0.0.1:${PORT}:8000"]
            """
                .formatted(registry.reference(tag)))
        .publish("Use " + tag);
  }

  private static String tagged(String tag) {
    return image(registry.reference(tag));
  }

  private static String image(String reference) {
    return Run.of(directory, "docker", "image", "inspect", "-f", "{{.Id}}", reference)
        .orFail()
        .text();
  }
}

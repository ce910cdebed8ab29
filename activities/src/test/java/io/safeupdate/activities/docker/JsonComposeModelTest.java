package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.safeupdate.activities.failure.StepFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** On a model as Compose 2.26 printed it, of a project {@code shop} in {@code /srv/shop}. */
class JsonComposeModelTest {
  private final JsonComposeModel model = JsonComposeModel.parse(resource());

  @Test
  void names_the_project_its_volumes_and_networks_as_the_engine_does() {
    assertThat(model.projectName()).isEqualTo("shop");
    assertThat(model.volumeNames()).containsExactlyInAnyOrder("shop_data", "elsewhere");
    assertThat(model.networkNames())
        .containsExactlyInAnyOrder("shop_front", "backnet", "shop_default");
  }

  @Test
  void reads_a_service_that_is_built() {
    ComposeService web = model.services().get("web");

    assertThat(web.isBuilt()).isTrue();
    assertThat(web.image()).isEqualTo("shop-web");
    assertThat(web.buildContext()).contains("/srv/shop");
    assertThat(web.restart()).contains("unless-stopped");
    assertThat(web.pullPolicy()).isEmpty();
    assertThat(web.volumes()).containsExactly("shop_data", "elsewhere");
    assertThat(web.binds())
        .containsExactly(
            new ComposeService.Bind("/srv/shop/static", "/static"),
            new ComposeService.Bind("/srv/shop/token.txt", "/run/secrets/token", true),
            new ComposeService.Bind("/srv/shop/nginx.conf", "/etc/nginx.conf", true));
    assertThat(web.ports())
        .containsExactly(
            new ComposeService.Port(Optional.empty(), Optional.of("18080"), 80),
            new ComposeService.Port(Optional.of("127.0.0.1"), Optional.empty(), 9000));
  }

  @Test
  void reads_a_service_that_is_pulled() {
    ComposeService cache = model.services().get("cache");

    assertThat(cache.isBuilt()).isFalse();
    assertThat(cache.image()).isEqualTo("redis:5.0");
    assertThat(cache.pullPolicy()).contains("missing");
  }

  @Test
  void hashes_the_meaning_not_the_order_of_keys() {
    String one = "{\"name\":\"p\",\"services\":{\"a\":{\"image\":\"x\",\"command\":null}}}";
    String other = "{\"services\":{\"a\":{\"command\":null,\"image\":\"x\"}},\"name\":\"p\"}";
    String changed = one.replace("\"x\"", "\"y\"");

    assertThat(hash(one)).isEqualTo(hash(other)).hasSize(64);
    assertThat(hash(changed)).isNotEqualTo(hash(one));
  }

  @Test
  void moves_host_paths_and_nothing_else() {
    ComposeModel moved = model.relocated(moving("/srv/shop", "/state/export"));

    ComposeService web = moved.services().get("web");
    assertThat(web.buildContext()).contains("/state/export");
    assertThat(web.binds())
        .extracting(ComposeService.Bind::source)
        .containsExactly(
            "/state/export/static", "/state/export/token.txt", "/state/export/nginx.conf");
    JsonNode environment = tree(moved.oneOffFile("web", "i")).at("/services/web/environment");
    assertThat(environment.path("ROOT").asText()).isEqualTo("/srv/shop/inside");
    assertThat(moved.relocated(moving("/state/export", "/srv/shop")).hash())
        .isEqualTo(model.hash());
  }

  private static UnaryOperator<Path> moving(String from, String to) {
    return path ->
        path.startsWith(from) ? Path.of(to).resolve(Path.of(from).relativize(path)) : path;
  }

  @Test
  void does_not_move_a_path_that_only_begins_alike() {
    ComposeModel moved = model.relocated(moving("/srv/sho", "/elsewhere"));

    assertThat(moved.hash()).isEqualTo(model.hash());
  }

  @Test
  void derives_a_file_that_builds_and_does_nothing_else() {
    JsonNode file = tree(model.buildFile(Map.of("web", "safe-update/web:1", "worker", "su/w:1")));

    assertThat(file.path("services").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("web", "worker");
    JsonNode web = file.at("/services/web");
    assertThat(web.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("build", "image", "depends_on");
    assertThat(web.path("image").asText()).isEqualTo("safe-update/web:1");
    assertThat(web.at("/build/args/PRICE").asText()).isEqualTo("5$$");
    assertThat(web.at("/build/tags").isMissingNode()).isTrue();
    assertThat(file.path("name").asText()).isEqualTo("shop");
  }

  @Test
  void builds_in_the_order_of_dependencies_among_what_is_built() {
    JsonNode file = tree(model.buildFile(Map.of("web", "w:1", "worker", "su/w:1")));

    assertThat(file.at("/services/worker/depends_on")).hasSize(1);
    assertThat(file.at("/services/worker/depends_on/0").asText()).isEqualTo("web");
    assertThat(file.at("/services/web/depends_on")).isEmpty();
  }

  @Test
  void derives_a_one_off_that_nobody_finds_and_that_needs_nobody() {
    JsonNode web = tree(model.oneOffFile("web", "safe-update/web:1")).at("/services/web");

    assertThat(web.fieldNames())
        .toIterable()
        .doesNotContain(
            "build", "ports", "labels", "depends_on", "restart", "container_name", "profiles");
    assertThat(web.path("image").asText()).isEqualTo("safe-update/web:1");
    assertThat(web.path("pull_policy").asText()).isEqualTo("never");
    assertThat(web.at("/networks/front").has("ipv4_address")).isFalse();
    assertThat(web.at("/deploy").has("restart_policy")).isFalse();
    assertThat(web.at("/deploy/resources/limits/memory").asText()).isEqualTo("1073741824");
  }

  @Test
  void keeps_environment_volumes_and_networks_of_a_one_off_as_they_are() {
    JsonNode file = tree(model.oneOffFile("web", "i"));
    JsonNode original = tree(resource());

    for (String kept : new String[] {"environment", "volumes", "secrets", "configs", "command"}) {
      assertThat(file.at("/services/web").path(kept))
          .isEqualTo(original.at("/services/web").path(kept));
    }
    assertThat(file.path("networks")).isEqualTo(original.path("networks"));
    assertThat(file.path("volumes")).isEqualTo(original.path("volumes"));
  }

  @Test
  void keeps_stand_ins_for_the_services_whose_containers_a_one_off_shares() {
    JsonNode services = tree(model.oneOffFile("worker", "i")).path("services");

    assertThat(services.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("worker", "cache", "web");
    assertThat(services.at("/cache/network_mode").asText()).isEqualTo("none");
    assertThat(services.at("/worker/network_mode").asText()).isEqualTo("service:web");
  }

  @Test
  void refuses_what_is_not_there() {
    assertThatThrownBy(() -> model.oneOffFile("nobody", "i"))
        .hasMessageStartingWith("There is no service nobody in the compose files.");
    assertThatThrownBy(() -> model.buildFile(Map.of("cache", "i")))
        .hasMessage("Service cache has no build section");
  }

  @Test
  void hides_the_secrets_of_its_services() {
    assertThat(model.secrets().apply("password pa$word#1 in file pa$$word#1, lines-of-it"))
        .isEqualTo("password *** in file ***, lines-of-it");
  }

  @Test
  void never_prints_its_content() {
    assertThat(model).hasToString("ComposeModel[shop]");
    assertThatThrownBy(() -> JsonComposeModel.parse("{\"PASSWORD\": \"hunter22\""))
        .isInstanceOf(StepFailure.class)
        .hasNoCause()
        .hasMessageNotContaining("hunter22");
  }

  private static String hash(String json) {
    return JsonComposeModel.parse(json).hash();
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String resource() {
    try (InputStream in = JsonComposeModelTest.class.getResourceAsStream("model.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resolved model is shown to people without what is secret in it. */
class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'environment': {'MODE': 'opensesame'}",
        "'build': {'context': '.', 'args': {'MODE': 'opensesame'}}",
        "'labels': {'proxy.users': 'opensesame'}",
        "'deploy': {'labels': {'proxy.users': 'opensesame'}}",
        "'logging': {'driver': 'x', 'options': {'x-to': 'opensesame'}}",
        "'volumes': [{'type': 'volume', 'volume': {'driver_opts': {'o': 'opensesame'}}}]",
        "'x-own': {'MODE': 'opensesame'}",
        "'build': {'context': 'https://ada:opensesame@git.example/app'}",
        "'build': {'context': 'https://opensesame@git.example/app'}",
        "'command': ['redis-server', '--requirepass', 'opensesame']",
        "'command': ['serve', '--token=opensesame']",
        "'entrypoint': ['sh', '-c', 'serve --api-key opensesame']",
        "'healthcheck': {'test': ['CMD', 'redis-cli', '--pass', 'opensesame', 'ping']}",
      })
  void what_may_be_secret_is_hidden(String section) {
    assertThat(shown(section)).doesNotContain("opensesame");
  }

  @Test
  void a_file_given_in_place_is_hidden() {
    assertThat(
            JsonComposeModel.parse("{\"configs\": {\"a\": {\"content\": \"key=opensesame\"}}}")
                .withoutSecrets())
        .doesNotContain("opensesame");
  }

  @Test
  void the_names_of_settings_stay() {
    assertThat(shown("'environment': {'MODE': 'plain'}")).contains("\"MODE\" : \"***\"");
  }

  @Test
  void what_a_failure_is_understood_by_stays() {
    assertThat(
            shown(
                "'image': 'shop_web:7', 'command': ['serve', '--port', '8000'],"
                    + " 'volumes': [{'type': 'bind', 'source': '/srv/shop', 'target': '/app'}]"))
        .contains("shop_web:7", "--port", "8000", "/srv/shop", "/app");
  }

  @Test
  void the_model_itself_is_left_as_it_is() {
    JsonComposeModel model = model("'environment': {'MODE': 'plain'}");
    String before = model.hash();

    model.withoutSecrets();

    assertThat(model.hash()).isEqualTo(before);
  }

  private static String shown(String section) {
    return model(section).withoutSecrets();
  }

  private static JsonComposeModel model(String section) {
    String json = "{'name': 'shop', 'services': {'web': {" + section + "}}}";
    return JsonComposeModel.parse(json.replace('\'', '"'));
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.SafeUpdate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anybody may type anything into the Temporal Web UI: it ends at once, and says what is right. */
class BadInputTest {
  private static final String MEGABYTE = "x".repeat(1 << 20);

  @RegisterExtension final Bench bench = new Bench();

  @ParameterizedTest
  @MethodSource({"badInputs", "bigInputs"})
  void fails_with_a_right_example(Object input) {
    String message = bench.start(Bench.ID, input).failure().getOriginalMessage();

    assertThat(message)
        .startsWith("Invalid input: ")
        .contains("A right input: {\"deployment\": \"production\"}");
  }

  @ParameterizedTest
  @MethodSource("bigInputs")
  void what_is_recorded_of_a_big_one_stays_short(Object input) {
    Operation operation = bench.start(Bench.ID, input);
    operation.ending();

    assertThat(operation.history())
        .last()
        .satisfies(end -> assertThat(end.toString()).hasSizeLessThan(20_000));
  }

  @Test
  void an_inspection_fails_with_a_right_example_too() {
    Operation operation = bench.operation(InspectDeployment.TYPE, "inspects");
    operation.stub().start(Map.of("deployment", "production", "deep", true));

    assertThat(operation.failure().getOriginalMessage())
        .contains("\"deep\"", "A right input: {\"deployment\": \"production\"}");
  }

  @Test
  void an_inspection_of_a_name_that_is_none_is_a_matter_of_configuration() {
    Operation operation = bench.operation(InspectDeployment.TYPE, "inspects");
    operation.stub().start(Map.of("deployment", "../etc"));

    assertThat(operation.failure().getType()).isEqualTo("ConfigInvalid");
  }

  @Test
  void no_input_at_all_fails_with_a_right_example() {
    Operation operation = bench.operation(SafeUpdate.TYPE, Bench.ID);
    operation.stub().start();

    assertThat(operation.failure().getOriginalMessage())
        .isEqualTo(
            "Invalid input: the input names no deployment."
                + " A right input: {\"deployment\": \"production\"}");
  }

  @Test
  void a_name_that_is_none_is_a_matter_of_configuration() {
    assertThat(bench.start(Bench.ID, Map.of("deployment", "../etc")).failure().getType())
        .isEqualTo("ConfigInvalid");
  }

  @Test
  void the_host_is_not_bothered() {
    bench.start(Bench.ID, Map.of("deployment", "../etc")).ending();

    assertThat(bench.host.calls()).isEmpty();
  }

  @Test
  void an_unknown_field_is_named() {
    Object input = Map.of("deployment", "production", "command", "rm -rf /");

    assertThat(bench.start(Bench.ID, input).failure().getOriginalMessage()).contains("\"command\"");
  }

  @Test
  void an_unknown_field_deep_inside_is_named() {
    Object input = Map.of("deployment", "production", "policy", Map.of("onFailrue", "hold"));

    assertThat(bench.start(Bench.ID, input).failure().getOriginalMessage())
        .contains("\"onFailrue\"");
  }

  @Test
  void an_explicit_null_is_refused_like_no_input() {
    assertThat(bench.start(Bench.ID, null).failure().getOriginalMessage())
        .contains("the input names no deployment");
  }

  @Test
  void a_deployment_that_is_null_is_refused_like_none() {
    Object input = Collections.singletonMap("deployment", null);

    assertThat(bench.start(Bench.ID, input).failure().getOriginalMessage())
        .contains("the input names no deployment");
  }

  @Test
  void other_fields_may_be_null() {
    Map<String, Object> input = new HashMap<>(Map.of("deployment", "production"));
    input.put("to", null);
    input.put("policy", null);

    assertThat(bench.start(Bench.ID, input).result().to()).contains(Answers.NEW);
  }

  @Test
  void bytes_in_place_of_json_fail_at_once() {
    assertThat(bench.start(Bench.ID, new byte[] {1, 2, 3}).ending()).isNotNull();
  }

  static Stream<Named<Object>> badInputs() {
    return Stream.concat(
        Stream.<Object>of(
                "production",
                42,
                true,
                List.of(),
                List.of(Map.of("deployment", "production")),
                Map.of(),
                Map.of("deployment", Map.of("name", "production")),
                Map.of("deployment", List.of("production")),
                with("force", true),
                with("to", List.of("main")),
                with("policy", List.of()),
                with("policy", Map.of("onFailure", "explode")),
                with("policy", Map.of("trial", "perhaps")))
            .map(input -> Named.of(input.toString(), input)),
        Stream.concat(hostileNames(), hostileRefs()));
  }

  private static Stream<Named<Object>> hostileNames() {
    return Stream.of(
            "",
            ".",
            "-rf",
            "a b",
            "../../etc/passwd",
            "$(reboot)",
            "production;reboot",
            "production\nstaging",
            "production\u0000",
            "pr\u043educti\u043en",
            "\ud83d")
        .map(name -> Named.of("deployment " + name, Map.of("deployment", name)));
  }

  private static Stream<Named<Object>> hostileRefs() {
    return Stream.of(
            "",
            "--upload-pack=touch /tmp/x",
            "main; reboot",
            "a..b",
            "main@{1}",
            "main:other",
            "main\u0000",
            "main\u202e")
        .map(ref -> Named.of("to " + ref, with("to", ref)));
  }

  static Stream<Named<Object>> bigInputs() {
    return Stream.of(
        Named.of("a deployment of a megabyte", Map.of("deployment", MEGABYTE)),
        Named.of("a ref of a megabyte", with("to", MEGABYTE)),
        Named.of("a field of a megabyte", with(MEGABYTE, 1)),
        Named.of("a word of a megabyte", with("policy", Map.of("onFailure", MEGABYTE))),
        Named.of("a list of a megabyte", List.of(MEGABYTE)));
  }

  private static Map<String, Object> with(String field, Object value) {
    return Map.of("deployment", "production", field, value);
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.safeupdate.workflows.contract.InspectDeployment;
import io.safeupdate.workflows.contract.SafeUpdate;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
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
        .satisfies(end -> assertThat(end.getSerializedSize()).isLessThan(20_000));
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
  void an_explicit_null_is_as_good_as_a_field_left_out() {
    String json = "{\"deployment\": \"production\", \"to\": null, \"policy\": null}";

    assertThat(bench.start(Bench.ID, json(json)).result().to()).contains(Answers.NEW);
  }

  static Stream<Named<Object>> badInputs() {
    return Stream.of(
        named("null"),
        named("{}"),
        named("[]"),
        named("[{\"deployment\": \"production\"}]"),
        named("\"production\""),
        named("42"),
        named("true"),
        named("{"),
        named("deployment: production"),
        named("{\"deployment\": null}"),
        named("{\"deployment\": \"\"}"),
        named("{\"deployment\": {\"name\": \"production\"}}"),
        named("{\"deployment\": [\"production\"]}"),
        named("{\"deployment\": \"production\", \"force\": true}"),
        named("{\"deployment\": \"production\", \"to\": [\"main\"]}"),
        named("{\"deployment\": \"production\", \"to\": \"\"}"),
        named("{\"deployment\": \"production\", \"to\": \"--upload-pack=touch /tmp/x\"}"),
        named("{\"deployment\": \"production\", \"to\": \"main; reboot\"}"),
        named("{\"deployment\": \"production\", \"to\": \"a..b\"}"),
        named("{\"deployment\": \"production\", \"to\": \"main@{1}\"}"),
        named("{\"deployment\": \"production\", \"to\": \"main\\u0000\"}"),
        named("{\"deployment\": \"production\", \"to\": \"main\\u202e\"}"),
        named("{\"deployment\": \"../../etc/passwd\"}"),
        named("{\"deployment\": \"-rf\"}"),
        named("{\"deployment\": \"a b\"}"),
        named("{\"deployment\": \"$(reboot)\"}"),
        named("{\"deployment\": \"production\\nstaging\"}"),
        named("{\"deployment\": \"pr\\u043educti\\u043en\"}"),
        named("{\"deployment\": \"\\ud83d\"}"),
        named("{\"deployment\": \"production\", \"policy\": []}"),
        named("{\"deployment\": \"production\", \"policy\": {\"onFailure\": \"explode\"}}"),
        named("{\"deployment\": \"production\", \"policy\": {\"trial\": \"perhaps\"}}"));
  }

  static Stream<Named<Object>> bigInputs() {
    return Stream.of(
        Named.of("a deployment of a megabyte", Map.of("deployment", MEGABYTE)),
        Named.of("a ref of a megabyte", Map.of("deployment", "production", "to", MEGABYTE)),
        Named.of("a field of a megabyte", Map.of("deployment", "production", MEGABYTE, 1)),
        Named.of(
            "a word of a megabyte",
            Map.of("deployment", "production", "policy", Map.of("onFailure", MEGABYTE))),
        Named.of("a megabyte of list", List.of(MEGABYTE)));
  }

  private static Named<Object> named(String json) {
    return Named.of(json, json(json));
  }

  private static RawValue json(String text) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(text))
            .build());
  }
}

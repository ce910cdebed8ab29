package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What other programs print: whatever it is, it is read or refused, and never a defect. */
class HostileTextTest {

  @Property
  void a_build_log_may_say_anything(@ForAll("logLines") List<String> lines) {
    BuildLog log = new BuildLog(Progress.NONE);

    lines.forEach(log::line);

    assertThat(log.current()).hasSizeLessThan(140);
  }

  @Property
  void a_model_is_read_or_refused(@ForAll("models") String json) {
    try {
      read(json);
    } catch (StepFailure refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static void read(String json) {
    JsonComposeModel model = JsonComposeModel.parse(json);
    model.services().keySet().forEach(model::serviceHash);
    model.relocated(path -> path).services();
    model.volumeNames();
    model.networkNames();
    model.secrets();
    model.services().keySet().forEach(name -> model.oneOffFile(name, "image"));
    model.services().values().stream()
        .filter(ComposeService::isBuilt)
        .forEach(built -> model.buildFile(Map.of(built.name(), "image")));
  }

  @Provide
  Arbitrary<List<String>> logLines() {
    Arbitrary<String> usual = Arbitraries.of("#1 [web 1/2] FROM x", "#1 0.3 text", "#1 ERROR: no");
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("#19 []().ERO:x\u001b").ofMaxLength(200);
    return Arbitraries.oneOf(usual, odd, odd.map("#1 "::concat)).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> models() {
    Arbitrary<String> value =
        Arbitraries.of(
            "null", "7", "\"-x\"", "[]", "{}", "[null]", "[7]", "{\"a\": null}", "\"/x\"");
    Arbitrary<String> key =
        Arbitraries.of(
            "image",
            "build",
            "ports",
            "volumes",
            "environment",
            "secrets",
            "networks",
            "links",
            "env_file",
            "develop",
            "deploy",
            "network_mode",
            "depends_on",
            "volumes_from");
    Arbitrary<String> service =
        Arbitraries.maps(key, value).ofMaxSize(4).map(HostileTextTest::object);
    return Arbitraries.oneOf(
        value,
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.oneOf(value, service)
            .map(it -> "{\"name\": \"n\", \"services\": {\"-x\": " + it + "}}"),
        value.map(it -> "{\"services\": " + it + ", \"volumes\": " + it + "}"));
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
        .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
  }
}

package io.safeupdate.activities.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.SecretMask;
import io.safeupdate.activities.words.Sha256;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** {@link ComposeModel} over the JSON that Compose printed. */
final class JsonComposeModel implements ComposeModel {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final ObjectNode root;

  private JsonComposeModel(ObjectNode root) {
    this.root = root;
  }

  static JsonComposeModel parse(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object && areObjects(object.path("services"))) {
        return new JsonComposeModel(object);
      }
    } catch (JsonProcessingException e) {
      // Jackson quotes the text around an error, and the text holds secrets: no cause.
    }
    throw new StepFailure(
        FailureType.ENGINE_INCOMPATIBLE,
        "Compose did not print its configuration as one JSON object. Check `docker compose config --format json`.");
  }

  private static boolean areObjects(JsonNode services) {
    return StreamSupport.stream(services.spliterator(), false).allMatch(JsonNode::isObject);
  }

  @Override
  public String projectName() {
    return root.path("name").asText();
  }

  @Override
  public Map<String, ComposeService> services() {
    ServiceReader reader = new ServiceReader(root);
    Map<String, ComposeService> services = new LinkedHashMap<>();
    root.path("services").fieldNames().forEachRemaining(n -> services.put(n, reader.read(n)));
    return Collections.unmodifiableMap(services);
  }

  @Override
  public Set<String> volumeNames() {
    return namesIn("volumes");
  }

  @Override
  public Set<String> networkNames() {
    return namesIn("networks");
  }

  @Override
  public String hash() {
    return Sha256.of(canonical(root));
  }

  @Override
  public String serviceHash(String service) {
    ObjectNode definition = root.path("services").path(service).deepCopy();
    definition.remove("build");
    return Sha256.of(canonical(definition));
  }

  @Override
  public ComposeModel relocated(UnaryOperator<Path> move) {
    ObjectNode moved = root.deepCopy();
    new Relocation(move).applyTo(moved);
    return new JsonComposeModel(moved);
  }

  @Override
  public String buildFile(Map<String, String> imageByService) {
    return canonical(new BuildFile(root, imageByService).derive());
  }

  @Override
  public String oneOffFile(String service, String image) {
    return canonical(new OneOffFile(root).derive(service, image));
  }

  @Override
  public String withoutSecrets() {
    JsonNode shown = new Redaction(root).applied();
    return secrets().and(Redaction.argumentsOf(root)).apply(pretty(shown));
  }

  @Override
  public SecretMask secrets() {
    SecretMask secrets = SecretMask.NOTHING;
    for (JsonNode service : root.path("services")) {
      secrets = secrets.and(secretsIn(service.path("environment")));
      secrets = secrets.and(secretsIn(service.path("build").path("args")));
    }
    return secrets;
  }

  /** Says nothing of its content. */
  @Override
  public String toString() {
    return "ComposeModel[" + projectName() + "]";
  }

  private static SecretMask secretsIn(JsonNode values) {
    Map<String, String> plain = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      plain.put(value.getKey(), value.getValue().asText().replace("$$", "$"));
    }
    return SecretMask.ofEnvironment(plain);
  }

  private Set<String> namesIn(String section) {
    Set<String> names = new LinkedHashSet<>();
    root.path(section).forEach(entry -> names.add(entry.path("name").asText()));
    return Collections.unmodifiableSet(names);
  }

  private static String pretty(JsonNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that was read can be written", e);
    }
  }

  private static String canonical(JsonNode node) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that was read can be written", e);
    }
  }
}

package io.safeupdate.cli.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One service of a compose model.
 *
 * @param image as written; empty when only built
 * @param build empty when pulled
 * @param command entry point and command as written; empty: the image's own
 * @param variables names of its environment variables
 */
record ServiceFacts(
    String name,
    Optional<String> image,
    Optional<Build> build,
    List<String> command,
    Set<String> variables,
    Set<String> networks,
    List<Mount> mounts,
    List<Port> ports,
    List<String> profiles) {

  /** How it is built. */
  record Build(Path context, String dockerfile, Map<String, String> arguments) {
    Path file() {
      return context.resolve(dockerfile).normalize();
    }
  }

  /**
   * Something mounted into its containers.
   *
   * @param type {@code volume}, {@code bind}, …
   */
  record Mount(String type, String source, String target) {
    boolean isBind() {
      return type.equals("bind");
    }
  }

  /** A published port. */
  record Port(String hostAddress, int published) {}

  static ServiceFacts of(String name, JsonNode node) {
    return new ServiceFacts(
        name,
        text(node, "image"),
        node.has("build") ? Optional.of(build(node.path("build"))) : Optional.empty(),
        Stream.of("entrypoint", "command")
            .flatMap(key -> elements(node.path(key)))
            .map(JsonNode::asText)
            .toList(),
        names(node.path("environment")),
        names(node.path("networks")),
        elements(node.path("volumes")).map(ServiceFacts::mount).toList(),
        elements(node.path("ports")).flatMap(port -> port(port).stream()).toList(),
        elements(node.path("profiles")).map(JsonNode::asText).toList());
  }

  /** Whether one of its volumes is mounted at a path or below it. */
  boolean mountsAt(String path) {
    return mounts.stream().anyMatch(it -> Path.of(it.target()).startsWith(path));
  }

  private static Build build(JsonNode node) {
    Map<String, String> arguments = new LinkedHashMap<>();
    node.path("args")
        .properties()
        .forEach(entry -> arguments.put(entry.getKey(), entry.getValue().asText()));
    return new Build(
        Path.of(node.path("context").asText()),
        text(node, "dockerfile").orElse("Dockerfile"),
        arguments);
  }

  private static Mount mount(JsonNode node) {
    return new Mount(
        node.path("type").asText(), node.path("source").asText(), node.path("target").asText());
  }

  /** Ports that the engine chooses, and ranges, lead nowhere in particular. */
  private static Optional<Port> port(JsonNode node) {
    String published = node.path("published").asText();
    return published.matches("\\d{1,5}")
        ? Optional.of(new Port(node.path("host_ip").asText(), Integer.parseInt(published)))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asText()).filter(it -> !it.isBlank());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Derives the compose file that only builds. */
final class BuildFile {
  private final ObjectNode model;
  private final Map<String, String> prepared;

  /**
   * @param prepared by service, the name its image is built under
   */
  BuildFile(ObjectNode model, Map<String, String> prepared) {
    this.model = model;
    this.prepared = prepared;
  }

  ObjectNode derive() {
    ObjectNode file = model.objectNode();
    for (String section : Set.of("name", "secrets")) {
      if (model.has(section)) {
        file.set(section, model.get(section).deepCopy());
      }
    }
    ObjectNode services = file.putObject("services");
    prepared.keySet().forEach(name -> services.set(name, service(name)));
    return file;
  }

  private ObjectNode service(String name) {
    JsonNode original = model.path("services").path(name);
    if (!(original.get("build") instanceof ObjectNode section)) {
      throw new IllegalArgumentException("Service " + name + " has no build section");
    }
    ObjectNode build = section.deepCopy();
    // Further tags would move names that live containers were made from.
    build.remove("tags");
    Set<String> before = new TreeSet<>(useSiblings(name, build));
    original.path("depends_on").fieldNames().forEachRemaining(before::add);
    before.retainAll(prepared.keySet());
    ObjectNode result = model.objectNode();
    result.put("image", prepared.get(name));
    result.set("build", build);
    Optional.ofNullable(original.get("platform")).ifPresent(p -> result.set("platform", p));
    // Compose builds in this order, which matters where one image is built from another.
    before.forEach(result.putArray("depends_on")::add);
    return result;
  }

  private Set<String> useSiblings(String name, ObjectNode build) {
    SiblingImages siblings = siblingsOf(name);
    Set<String> used = new TreeSet<>();
    if (build.get("args") instanceof ObjectNode arguments) {
      for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
        SiblingImages.Rewritten value = siblings.argument(argument.getValue().asText());
        used.addAll(value.siblings());
        argument.setValue(
            value.siblings().isEmpty() ? argument.getValue() : model.textNode(value.text()));
      }
    }
    dockerfile(build)
        .map(siblings::dockerfile)
        .filter(rewritten -> !rewritten.siblings().isEmpty())
        .ifPresent(
            rewritten -> {
              build.remove("dockerfile");
              build.put("dockerfile_inline", rewritten.text().replace("$", "$$"));
              used.addAll(rewritten.siblings());
            });
    return used;
  }

  private SiblingImages siblingsOf(String name) {
    Map<String, String> others = new TreeMap<>(prepared);
    others.remove(name);
    ServiceReader reader = new ServiceReader(model);
    Map<String, String> images = new TreeMap<>();
    others.keySet().forEach(other -> images.put(other, reader.read(other).image()));
    return new SiblingImages(images, others);
  }

  /** What is to be built by; nothing when only the builder can read it, such as a URL's. */
  private static Optional<String> dockerfile(JsonNode build) {
    if (build.has("dockerfile_inline")) {
      return Optional.of(build.get("dockerfile_inline").asText().replace("$$", "$"));
    }
    Path context = Path.of(build.path("context").asText());
    Path file = context.resolve(build.path("dockerfile").asText("Dockerfile"));
    try {
      return context.isAbsolute() ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves the host paths of a resolved model from one directory to another. Only fields that hold
 * host paths: the same text in an environment or as a container's path means something else.
 */
final class Relocation {
  private final String from;
  private final String to;

  Relocation(Path from, Path to) {
    this.from = from.toString();
    this.to = to.toString();
  }

  void applyTo(ObjectNode model) {
    model.path("services").forEach(this::moveService);
    for (String section : List.of("secrets", "configs")) {
      model.path(section).forEach(file -> move(file, "file"));
    }
    model.path("volumes").forEach(volume -> move(volume.path("driver_opts"), "device"));
  }

  private void moveService(JsonNode service) {
    JsonNode build = service.path("build");
    move(build, "context");
    move(build, "dockerfile");
    moveAll(build.path("additional_contexts"));
    for (JsonNode mount : service.path("volumes")) {
      if (mount.path("type").asText().equals("bind")) {
        move(mount, "source");
      }
    }
    service.path("env_file").forEach(file -> move(file, "path"));
    service.path("develop").path("watch").forEach(watch -> move(watch, "path"));
  }

  private void moveAll(JsonNode paths) {
    paths.fieldNames().forEachRemaining(name -> move(paths, name));
  }

  private void move(JsonNode holder, String field) {
    if (holder instanceof ObjectNode object && object.path(field).isTextual()) {
      object.put(field, moved(object.get(field).asText()));
    }
  }

  private String moved(String path) {
    if (path.equals(from)) {
      return to;
    }
    return path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
  }
}

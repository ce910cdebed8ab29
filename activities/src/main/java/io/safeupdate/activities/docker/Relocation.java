package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Moves the host paths of a resolved model from one directory to another. Only fields that hold
 * host paths: the same text in an environment or as a container's path means something else.
 */
final class Relocation {
  private final UnaryOperator<Path> move;

  Relocation(UnaryOperator<Path> move) {
    this.move = move;
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

  /** A relative path belongs to a build context and moves with it. */
  private String moved(String path) {
    return path.startsWith("/") ? move.apply(Path.of(path)).toString() : path;
  }
}

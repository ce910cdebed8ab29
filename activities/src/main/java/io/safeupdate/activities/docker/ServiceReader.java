package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads services out of a resolved model, in which every short form has become a long one. */
final class ServiceReader {
  private final JsonNode model;

  ServiceReader(JsonNode model) {
    this.model = model;
  }

  ComposeService read(String name) {
    JsonNode service = model.path("services").path(name);
    return new ComposeService(
        name,
        text(service, "image").orElse(model.path("name").asText() + "-" + name),
        text(service.path("build"), "context"),
        text(service.path("build"), "dockerfile"),
        text(service, "pull_policy"),
        stream(service.path("ports")).map(ServiceReader::port).toList(),
        binds(service),
        volumes(service),
        text(service, "restart"));
  }

  private static ComposeService.Port port(JsonNode port) {
    return new ComposeService.Port(
        text(port, "host_ip"), text(port, "published"), port.path("target").asInt());
  }

  private List<ComposeService.Bind> binds(JsonNode service) {
    List<ComposeService.Bind> binds = new ArrayList<>();
    mounts(service, "bind")
        .map(mount -> bind(mount.path("source").asText(), mount))
        .forEach(binds::add);
    mounts(service, "volume")
        .flatMap(mount -> device(mount).map(device -> bind(device, mount)).stream())
        .forEach(binds::add);
    binds.addAll(files(service, "secrets", "/run/secrets/"));
    binds.addAll(files(service, "configs", "/"));
    return binds;
  }

  /** Compose mounts the files of secrets and configs from the host. */
  private List<ComposeService.Bind> files(JsonNode service, String section, String parent) {
    List<ComposeService.Bind> binds = new ArrayList<>();
    for (JsonNode use : service.path(section)) {
      String source = use.path("source").asText();
      String target = text(use, "target").orElse(source);
      text(model.path(section).path(source), "file")
          .map(file -> readOnly(file, target.startsWith("/") ? target : parent + target))
          .ifPresent(binds::add);
    }
    return binds;
  }

  private List<String> volumes(JsonNode service) {
    return mounts(service, "volume")
        .flatMap(mount -> text(mount, "source").stream())
        .map(key -> text(model.path("volumes").path(key), "name").orElse(key))
        .toList();
  }

  /** The directory that a volume of the local driver is, where it is one of the host. */
  private Optional<String> device(JsonNode mount) {
    JsonNode options =
        model.path("volumes").path(mount.path("source").asText()).path("driver_opts");
    return text(options, "device")
        .filter(device -> device.startsWith("/"))
        .filter(device -> options.path("o").asText().contains("bind"));
  }

  private static ComposeService.Bind bind(String source, JsonNode mount) {
    return new ComposeService.Bind(
        source, mount.path("target").asText(), mount.path("read_only").asBoolean());
  }

  private static ComposeService.Bind readOnly(String source, String target) {
    return new ComposeService.Bind(source, target, true);
  }

  private static Stream<JsonNode> mounts(JsonNode service, String type) {
    return stream(service.path("volumes")).filter(m -> m.path("type").asText().equals(type));
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText("")).filter(text -> !text.isEmpty());
  }
}

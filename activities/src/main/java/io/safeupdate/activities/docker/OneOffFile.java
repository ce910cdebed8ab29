package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Derives the compose file of a one-off container. */
final class OneOffFile {
  private static final List<String> SECTIONS =
      List.of("name", "networks", "volumes", "secrets", "configs");

  /**
   * What would publish it, route users to it, restart it, or clash with the service's container.
   */
  private static final List<String> NOT_FOR_ONE_OFFS =
      List.of(
          "build",
          "container_name",
          "depends_on",
          "develop",
          "label_file",
          "labels",
          "mac_address",
          "ports",
          "profiles",
          "restart",
          "scale");

  private static final List<String> CLASHING_ADDRESSES =
      List.of("aliases", "ipv4_address", "ipv6_address", "link_local_ips", "mac_address");

  private final ObjectNode model;

  OneOffFile(ObjectNode model) {
    this.model = model;
  }

  ObjectNode derive(String name, String image) {
    ObjectNode file = model.objectNode();
    SECTIONS.forEach(section -> copy(file, section));
    ObjectNode services = file.putObject("services");
    ObjectNode service = stripped(name, image);
    referenced(service).forEach(other -> services.set(other, standIn(other)));
    services.set(name, service);
    return file;
  }

  private ObjectNode stripped(String name, String image) {
    ObjectNode service = service(name);
    service.remove(NOT_FOR_ONE_OFFS);
    service.put("image", image);
    service.put("pull_policy", "never");
    if (service.get("deploy") instanceof ObjectNode deploy) {
      deploy.remove(List.of("labels", "replicas", "restart_policy"));
    }
    for (JsonNode network : service.path("networks")) {
      if (network instanceof ObjectNode attached) {
        attached.remove(CLASHING_ADDRESSES);
      }
    }
    return service;
  }

  /** Services whose container it shares something with; Compose wants to see them in the file. */
  private static Set<String> referenced(JsonNode service) {
    Set<String> names = new TreeSet<>();
    for (String field : List.of("network_mode", "ipc", "pid")) {
      String mode = service.path(field).asText();
      if (mode.startsWith("service:")) {
        names.add(mode.substring("service:".length()));
      }
    }
    service.path("links").forEach(link -> names.add(link.asText().split(":", 2)[0]));
    for (JsonNode from : service.path("volumes_from")) {
      if (!from.asText().startsWith("container:")) {
        names.add(from.asText().split(":", 2)[0]);
      }
    }
    return names;
  }

  /** With {@code --no-deps} Compose only looks its container up by name; the rest is not read. */
  private ObjectNode standIn(String name) {
    ObjectNode standIn = model.objectNode();
    standIn.put("image", service(name).path("image").asText(name));
    standIn.put("network_mode", "none");
    return standIn;
  }

  private ObjectNode service(String name) {
    if (model.path("services").get(name) instanceof ObjectNode service) {
      return service.deepCopy();
    }
    throw new StepFailure(
        FailureType.CONFIG_INVALID,
        "There is no service %s in the compose files. Correct the service's name."
            .formatted(Shown.path(name)));
  }

  private void copy(ObjectNode file, String section) {
    if (model.has(section)) {
      file.set(section, model.get(section).deepCopy());
    }
  }
}

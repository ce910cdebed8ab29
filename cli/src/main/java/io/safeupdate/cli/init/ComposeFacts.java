package io.safeupdate.cli.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What init reads of a resolved compose model: no value of any variable. */
record ComposeFacts(String project, Map<String, ServiceFacts> services) {

  /** Reads what {@code docker compose config --format json} printed. */
  static ComposeFacts of(JsonNode model) {
    Map<String, ServiceFacts> services = new LinkedHashMap<>();
    model
        .path("services")
        .properties()
        .forEach(
            entry ->
                services.put(entry.getKey(), ServiceFacts.of(entry.getKey(), entry.getValue())));
    return new ComposeFacts(model.path("name").asText(), services);
  }
}

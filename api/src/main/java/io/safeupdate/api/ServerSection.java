package io.safeupdate.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.JsonConfigurationFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration's {@code server}: Dropwizard's own section with our defaults. */
final class ServerSection {
  private static final int USUAL_PORT = 8080;
  private static final int ADMIN_PORT = 8081;
  private static final String LOOPBACK = "127.0.0.1";

  private final Map<String, Object> written;

  ServerSection(Map<String, Object> written) {
    this.written = written;
  }

  /** Whether a person chose a port, so that no other may be taken. */
  boolean namesPort() {
    return connectors(connectorKey()).stream().anyMatch(connector -> connector.containsKey("port"));
  }

  /**
   * The section as Dropwizard reads it.
   *
   * @throws ApiServerException when it makes no sense
   */
  ServerFactory factory() {
    return factory(USUAL_PORT);
  }

  /** The same on any free port. */
  ServerFactory onFreePort() {
    return factory(0);
  }

  private ServerFactory factory(int port) {
    ObjectMapper mapper =
        Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try {
      byte[] json = mapper.writeValueAsBytes(completed(port));
      return new JsonConfigurationFactory<>(
              ServerFactory.class, Validators.newValidator(), mapper, "")
          .build(path -> new ByteArrayInputStream(json), "The configuration's `server`");
    } catch (ConfigurationException | IOException wrong) {
      throw new ApiServerException(wrong.getMessage().strip(), wrong);
    }
  }

  private Map<String, Object> completed(int port) {
    Map<String, Object> section = new LinkedHashMap<>(written);
    section.put(connectorKey(), asWritten(connectorKey(), reachable(connectorKey(), port)));
    section.computeIfPresent("adminConnectors", (key, value) -> reachable(key, ADMIN_PORT));
    if (!isSimple()) {
      section.putIfAbsent("adminConnectors", List.of());
    }
    // Dropwizard's default writes every request to the standard output, which is the command's.
    section.putIfAbsent("requestLog", Map.of("appenders", List.of()));
    section.putIfAbsent("shutdownGracePeriod", "1s");
    section.put("registerDefaultExceptionMappers", false);
    return section;
  }

  private Object asWritten(String key, List<Map<String, Object>> connectors) {
    return key.equals("connector") ? connectors.get(0) : connectors;
  }

  /** Connectors that name no address listen on loopback, where Dropwizard's listen everywhere. */
  private List<Map<String, Object>> reachable(String key, int port) {
    return connectors(key).stream().map(connector -> reachable(connector, port)).toList();
  }

  private static Map<String, Object> reachable(Map<String, Object> connector, int port) {
    Map<String, Object> completed = new LinkedHashMap<>(connector);
    completed.putIfAbsent("type", "http");
    completed.putIfAbsent("bindHost", LOOPBACK);
    completed.putIfAbsent("port", port);
    return completed;
  }

  private List<Map<String, Object>> connectors(String key) {
    Object value = written.getOrDefault(key, List.of(Map.of()));
    List<?> list = value instanceof List<?> several ? several : List.of(value);
    return list.stream().map(ServerSection::connector).toList();
  }

  private static Map<String, Object> connector(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ApiServerException(
          "The configuration's `server` has a connector that is no mapping: \""
              + value
              + "\". Write {type: http, port: 8080}, or leave it out.");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, part) -> copy.put(String.valueOf(key), part));
    return copy;
  }

  private String connectorKey() {
    return isSimple() ? "connector" : "applicationConnectors";
  }

  private boolean isSimple() {
    return "simple".equals(written.get("type"));
  }
}

package io.safeupdate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.api.host.HostOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiServerTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void takes_a_free_port_when_nobody_chose_one_and_8080_is_taken() throws IOException {
    try (Occupied usual = Occupied.usualPort();
        ApiServer server = start(Map.of())) {
      assertThat(usual.ours().map(ServerSocket::isBound).orElse(true)).isTrue();
      assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(server.url().getPort()).isNotEqualTo(8080).isPositive();
      assertThat(new Browser(server.url()).get("healthcheck").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void names_the_address_when_the_chosen_port_is_taken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> start(Servers.listening(Map.of("type", "http", "port", port))))
          .isInstanceOf(ApiServerException.class)
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("choose another port");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
  void refuses_to_listen_where_others_reach_it(String host) {
    Map<String, Object> open = Map.of("type", "http", "port", 0, "bindHost", host);
    assertThatThrownBy(() -> start(Servers.listening(open)))
        .isInstanceOf(ApiServerException.class)
        .hasMessageContaining("without TLS")
        .hasMessageContaining("bindHost: 127.0.0.1");
  }

  @Test
  void refuses_an_administration_port_that_others_reach() {
    Map<String, Object> section =
        Map.of(
            "applicationConnectors",
            List.of(Map.of("port", 0)),
            "adminConnectors",
            List.of(Map.of("port", 0, "bindHost", "0.0.0.0")));
    assertThatThrownBy(() -> start(section))
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("asks nobody who they are");
  }

  @Test
  void opens_the_administration_port_on_request() {
    Map<String, Object> section =
        Map.of(
            "applicationConnectors",
            List.of(Map.of("port", 0)),
            "adminConnectors",
            List.of(Map.of("port", 0)));
    try (ApiServer server = start(section)) {
      assertThat(new Browser(server.url()).get("healthcheck").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void understands_the_simple_server_and_a_path_of_its_own() {
    Map<String, Object> section =
        Map.of(
            "type",
            "simple",
            "applicationContextPath",
            "/updates",
            "connector",
            Map.of("type", "http", "port", 0));
    try (ApiServer server = start(section)) {
      assertThat(server.url().getPath()).isEqualTo("/updates/");
      assertThat(new Browser(server.url()).page("").text("//h1")).isEqualTo("Deployments on local");
    }
  }

  @Test
  void names_a_key_that_the_section_does_not_have() {
    assertThatThrownBy(() -> start(Map.of("maxThread", 3)))
        .isInstanceOf(ApiServerException.class)
        .hasMessageContaining("`server`")
        .hasMessageContaining("maxThread")
        .hasMessageContaining("maxThreads");
  }

  @Test
  void names_a_connector_that_is_none() {
    assertThatThrownBy(() -> start(Map.of("applicationConnectors", List.of("8080"))))
        .isInstanceOf(ApiServerException.class)
        .hasMessageContaining("\"8080\"");
  }

  @Test
  void answers_under_this_machines_own_names_only() throws IOException {
    try (ApiServer server = start(Servers.ANY_PORT)) {
      assertThat(answerTo("evil.example", server.url())).startsWith("HTTP/1.1 421");
      assertThat(answerTo("localhost.evil.example", server.url())).startsWith("HTTP/1.1 421");
      assertThat(answerTo("localhost:" + server.url().getPort(), server.url()))
          .startsWith("HTTP/1.1 200");
      assertThat(answerTo("[::1]", server.url())).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void stops_within_two_seconds_under_an_open_request() throws Exception {
    Stuck operations = new Stuck();
    ApiServer server = start(Servers.ANY_PORT, operations);
    try (Socket client = new Socket(LOOPBACK, server.url().getPort())) {
      request(client, "localhost");
      operations.awaitQuestion();
      Instant before = Instant.now();
      server.close();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void stops_at_once_under_a_browsers_idle_connection() {
    ApiServer server = start(Servers.ANY_PORT);
    assertThat(new Browser(server.url()).get("").statusCode()).isEqualTo(200);
    Instant before = Instant.now();
    server.close();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(900));
  }

  @Test
  void writes_nothing_to_the_standard_output() {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try (ApiServer server = start(Servers.ANY_PORT)) {
      new Browser(server.url()).get("healthcheck");
    } finally {
      System.setOut(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static ApiServer start(Map<String, Object> section) {
    return start(section, new FakeOperations());
  }

  private static ApiServer start(Map<String, Object> section, HostOperations view) {
    return ApiServer.start(Samples.config(section), view, Optional.empty());
  }

  private static String answerTo(String host, URI server) throws IOException {
    try (Socket client = new Socket(LOOPBACK, server.getPort())) {
      request(client, host);
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void request(Socket client, String host) throws IOException {
    OutputStream out = client.getOutputStream();
    String head = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}

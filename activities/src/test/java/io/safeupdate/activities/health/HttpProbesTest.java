package io.safeupdate.activities.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.safeupdate.config.HttpProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbesTest {
  private final HttpProbes probes = new HttpProbes();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void givenAnApplication() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    heard.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Host")
            + " "
            + exchange.getRequestHeaders().getFirst("X-Forwarded-Proto"));
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    byte[] body = "all is well".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void a_trial_is_asked_as_if_it_were_behind_the_configured_url() {
    HttpProbe probe = probe("https://shop.example:8443/health/?deep=%20yes", 200);

    HttpProbes.Answer answer = probes.askAt(probe, server.getAddress().getPort());

    assertThat(answer.passed()).as(answer.words()).isTrue();
    assertThat(heard).containsExactly("/health/?deep=%20yes shop.example:8443 https");
  }

  @Test
  void a_redirect_is_an_answer() {
    status = 302;

    HttpProbes.Answer answer = probes.ask(probe(url("/"), 200));

    assertThat(answer.passed()).isFalse();
    assertThat(answer.words()).isEqualTo(url("/") + ": HTTP 302 instead of HTTP 200");
    assertThat(heard).hasSize(1);
  }

  @Test
  void the_expected_status_may_be_any() {
    status = 401;

    assertThat(probes.ask(probe(url("/"), 401)).passed()).isTrue();
  }

  @Test
  void a_page_without_the_expected_text_is_not_good() {
    HttpProbe probe =
        new HttpProbe(
            URI.create(url("/")), 200, Optional.empty(), Optional.empty(), Optional.of("hello"));

    assertThat(probes.ask(probe).words())
        .isEqualTo(url("/") + ": HTTP 200 without the text instead of HTTP 200 with \"hello\"");
  }

  @Test
  void nobody_listening_is_said_in_plain_words() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + free + "/";

    assertThat(probes.ask(probe(url, 200)).words())
        .isEqualTo(url + ": nobody listens instead of HTTP 200");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static HttpProbe probe(String url, int status) {
    return new HttpProbe(
        URI.create(url), status, Optional.empty(), Optional.empty(), Optional.empty());
  }
}

package io.safeupdate.activities.health;

import io.safeupdate.config.HttpProbe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Asks an application over HTTP. Redirects are answers, not to be followed. */
public final class HttpProbes {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  static {
    // A trial must send the configured Host header, which the JDK's client refuses otherwise. It
    // reads this once, at the first use of any client in the process: the launcher says it too.
    String key = "jdk.httpclient.allowRestrictedHeaders";
    String allowed = System.getProperty(key, "");
    System.setProperty(key, allowed.isEmpty() ? "host" : allowed + ",host");
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * What a probe saw.
   *
   * @param passed whether it is what the configuration asks for
   * @param answer in words, such as {@code HTTP 500} or {@code nobody listens}
   */
  public record Answer(HttpProbe probe, boolean passed, String answer) {
    /** The probe and its answer, for a message. */
    public String words() {
      return probe.url() + ": " + answer + " instead of " + expected(probe);
    }
  }

  /** Asks the configured URL. */
  public Answer ask(HttpProbe probe) {
    return ask(probe, probe.url(), Optional.empty());
  }

  /** Asks a container behind a local port as if it were behind the configured URL. */
  public Answer askAt(HttpProbe probe, int localPort) {
    String path =
        Optional.ofNullable(probe.url().getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
    String query = probe.url().getRawQuery() == null ? "" : "?" + probe.url().getRawQuery();
    URI local = URI.create("http://127.0.0.1:" + localPort + path + query);
    return ask(probe, local, Optional.of(probe.url()));
  }

  private Answer ask(HttpProbe probe, URI address, Optional<URI> behalf) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(ANSWER).header("User-Agent", "safe-update");
    behalf.ifPresent(url -> request.header("Host", url.getRawAuthority()));
    behalf
        .filter(url -> url.getScheme().equalsIgnoreCase("https"))
        .ifPresent(url -> request.header("X-Forwarded-Proto", "https"));
    try {
      return judge(probe, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return new Answer(probe, false, reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while probing");
    }
  }

  private static Answer judge(HttpProbe probe, HttpResponse<byte[]> response) {
    if (response.statusCode() != probe.status()) {
      return new Answer(probe, false, "HTTP " + response.statusCode());
    }
    String body = new String(response.body(), StandardCharsets.UTF_8);
    boolean contains = probe.contains().map(body::contains).orElse(true);
    return new Answer(
        probe, contains, "HTTP " + response.statusCode() + (contains ? "" : " without the text"));
  }

  private static String expected(HttpProbe probe) {
    return "HTTP "
        + probe.status()
        + probe.contains().map(text -> " with \"" + text + "\"").orElse("");
  }

  private static String reason(IOException e) {
    if (e instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (e instanceof ConnectException) {
      return "nobody listens";
    }
    return "the connection broke"
        + Optional.ofNullable(e.getMessage()).map(" (%s)"::formatted).orElse("");
  }
}

package io.safeupdate.cli.init;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks over HTTP. */
final class HttpRequests implements HttpStatus {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(LIMIT).version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public OptionalInt of(URI url) {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(LIMIT).GET().build();
    try {
      return OptionalInt.of(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}

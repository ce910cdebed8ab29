package io.safeupdate.config;

import java.net.URI;
import java.util.Optional;

/**
 * A request that a healthy deployment answers.
 *
 * @param url asked with GET
 * @param status the answer's status
 * @param service who answers; empty: found by the URL's port among the published ports
 * @param port the port inside the service's container; empty: found likewise
 * @param contains a text the answer's body must hold
 */
public record HttpProbe(
    URI url,
    int status,
    Optional<String> service,
    Optional<Integer> port,
    Optional<String> contains) {
  private static final int OK = 200;

  /** Expects status 200. */
  public static HttpProbe of(URI url) {
    return new HttpProbe(url, OK, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Optional<HttpProbe> read(Section section) {
    Optional<URI> url = section.required("url", HttpProbe::url);
    int status = section.optional("status", Parsers.between(100, 599)).orElse(OK);
    Optional<String> service = section.optional("service", NameRule.SERVICE);
    Optional<Integer> port = section.optional("port", Parsers.between(1, 65_535));
    Optional<String> contains = section.optional("contains", Parsers::text);
    if (port.isPresent() && service.isEmpty()) {
      section.reject("port", "is a port of no service", "add `service: …` beside it");
    }
    return url.map(it -> new HttpProbe(it, status, service, port, contains));
  }

  private static URI url(String text) throws Rejection {
    return Parsers.httpUrl(text, "http://127.0.0.1:8000/");
  }
}

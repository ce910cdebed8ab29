package io.safeupdate.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Temporal server remembers the operations.
 *
 * @param address {@code embedded}, or {@code host:port} of a running server
 * @param namespace the namespace on it
 */
public record TemporalConfig(String address, String namespace) {
  private static final String EMBEDDED = "embedded";
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:[a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");

  /** A server of our own, on this host. */
  public static TemporalConfig defaults() {
    return new TemporalConfig(EMBEDDED, "default");
  }

  /** Whether {@code up} starts the server itself. */
  public boolean isEmbedded() {
    return address.equals(EMBEDDED);
  }

  static Optional<TemporalConfig> read(Section section) {
    TemporalConfig defaults = defaults();
    return Optional.of(
        new TemporalConfig(
            section.optional("address", TemporalConfig::address).orElse(defaults.address),
            section.optional("namespace", Parsers::text).orElse(defaults.namespace)));
  }

  private static String address(String text) throws Rejection {
    if (text.equals(EMBEDDED)) {
      return text;
    }
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches()) {
      throw new Rejection("is not an address", "write `embedded`, or host:port without a scheme");
    }
    if (parts.group(1) == null) {
      throw new Rejection("has no port", "write " + text + ":7233, or `embedded`");
    }
    Parsers.between(1, 65_535).parse(parts.group(1));
    return text;
  }
}

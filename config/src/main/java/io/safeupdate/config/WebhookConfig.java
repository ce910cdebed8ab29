package io.safeupdate.config;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/**
 * An address that takes notifications by HTTP POST.
 *
 * @param url often a secret in itself, so it is not printed
 * @param secret what the requests are signed with, as Standard Webhooks writes it: {@code whsec_}
 *     and the key in Base64; always there where the format is {@link Format#JSON}
 */
public record WebhookConfig(URI url, Format format, Optional<Secret> secret) {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;
  private static final String EXAMPLE = "make one with: echo \"whsec_$(openssl rand -base64 32)\"";

  /** What the body of a request is. */
  public enum Format {
    /** All that is known, for programs. */
    JSON,
    /** One text, for chats that understand Slack's incoming webhooks. */
    SLACK
  }

  /** The bytes of the key that requests are signed with. */
  public Optional<byte[]> key() {
    return secret.map(it -> decoded(it.value()));
  }

  @Override
  public String toString() {
    return "WebhookConfig[%s, %s]".formatted(url.getHost(), format);
  }

  static Optional<WebhookConfig> read(Section section) {
    Optional<URI> url = section.required("url", WebhookConfig::url);
    Format format = section.choice("format", Format.JSON);
    Optional<Secret> secret = section.optional("secret", WebhookConfig::secret);
    if (format == Format.JSON && section.value("secret").isEmpty()) {
      section.reject(
          "secret", "is missing: who receives JSON must be able to tell that it is ours", EXAMPLE);
    }
    return url.map(it -> new WebhookConfig(it, format, secret));
  }

  private static URI url(String text) throws Rejection {
    return Parsers.httpUrl(text, "https://hooks.example.com/…");
  }

  private static Secret secret(String text) throws Rejection {
    if (!text.startsWith(PREFIX)) {
      throw new Rejection("does not begin with " + PREFIX, EXAMPLE);
    }
    try {
      int length = decoded(text).length;
      if (length < SHORTEST_KEY || length > LONGEST_KEY) {
        throw new Rejection(
            "is not a key of %d to %d bytes".formatted(SHORTEST_KEY, LONGEST_KEY), EXAMPLE);
      }
      return new Secret(text);
    } catch (IllegalArgumentException e) {
      throw new Rejection("is not Base64 after " + PREFIX, EXAMPLE);
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }
}

package io.safeupdate.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * By what a caller knows a repeated request again: the value of the header {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header). Only its hash is kept, and each caller has their
 * own.
 */
public record RequestKey(String value) {
  private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Checks a key.
   *
   * @throws UnusableRequestException when it is none
   */
  public RequestKey {
    if (!USABLE.matcher(value).matches()) {
      throw new UnusableRequestException(
          "The Idempotency-Key must have 1 to 255 visible ASCII characters, such as a UUID.");
    }
  }

  String hash(Caller caller) {
    try {
      byte[] text = (caller.name() + "\n" + value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package io.safeupdate.api.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody shows: {@code su_}, a public id and 256 random bits. Whoever has it is let in, so
 * it is never kept, logged or told again: {@link #toString} shows its id only.
 */
public final class BearerToken {
  private static final Pattern FORM = Pattern.compile("su_([0-9a-f]{8})_[0-9a-f]{64}");
  private static final HexFormat HEX = HexFormat.of();
  private static final int ID_BYTES = 4;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final String text;

  private BearerToken(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** A new one. */
  static BearerToken random() {
    String id = random(ID_BYTES);
    return new BearerToken(id, "su_" + id + "_" + random(SECRET_BYTES));
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return HEX.formatHex(bytes);
  }

  /** Reads one; empty: it is none of ours. */
  public static Optional<BearerToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new BearerToken(matcher.group(1), text))
        : Optional.empty();
  }

  /** The part that may be shown. */
  public String id() {
    return id;
  }

  /** All of it, to be shown once to whoever asked for it. */
  public String secret() {
    return text;
  }

  /**
   * What is kept of it. A slow hash protects what people can remember; 256 random bits cannot be
   * tried out, whatever the hash costs.
   */
  String hash() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "su_" + id + "_…";
  }
}

package io.safeupdate.activities.process;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides whether a configured value is a secret, and in which spellings it may turn up. */
final class SecretValue {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_WITHOUT_A_TELLING_NAME = 12;
  private static final double BITS_PER_CHARACTER = 3.0;

  private static final Pattern TELLING_NAME =
      Pattern.compile(
          "PASS|SECRET|KEY|TOKEN|DSN|PWD|CREDENTIAL|SALT|PRIVATE", Pattern.CASE_INSENSITIVE);
  private static final Pattern CREDENTIALS_IN_URL = Pattern.compile("://[^/@\\s]*:([^@\\s]+)@");
  private static final Pattern TRIVIAL =
      Pattern.compile("true|false|yes|no|on|off|none|null|\\d{1,5}", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE =
      Pattern.compile("[~.]{0,2}/.*|\\w+://.*|[\\w-]{1,30}(\\.[\\w-]{1,30})+");
  private static final Pattern RANDOM_LOOKING = Pattern.compile("(?=.*[A-Za-z])(?=.*\\d)\\S+");

  private SecretValue() {}

  /** Everything to hide because of one setting; nothing when it is no secret. */
  static Stream<String> spellings(String name, String value) {
    Matcher url = CREDENTIALS_IN_URL.matcher(value);
    if (url.find()) {
      return Stream.of(value, url.group(1)).flatMap(SecretValue::spellings);
    }
    return isSecret(name, value) ? spellings(value) : Stream.empty();
  }

  private static boolean isSecret(String name, String value) {
    if (TRIVIAL.matcher(value).matches()) {
      return false;
    }
    boolean place = PLACE.matcher(value).matches();
    if (TELLING_NAME.matcher(name).find()) {
      return !(place && (name.endsWith("_FILE") || name.endsWith("_PATH")));
    }
    return !place
        && value.length() >= SHORTEST_WITHOUT_A_TELLING_NAME
        && RANDOM_LOOKING.matcher(value).matches()
        && entropy(value) >= BITS_PER_CHARACTER;
  }

  /** Output is read line by line, so each line of a key is a secret of its own. */
  private static Stream<String> spellings(String secret) {
    return secret
        .lines()
        .map(String::strip)
        .flatMap(
            line ->
                List.of(
                    line,
                    line.replace("$", "$$"),
                    line.replace("\\", "\\\\").replace("\"", "\\\""),
                    URLEncoder.encode(line, StandardCharsets.UTF_8))
                    .stream())
        .filter(spelling -> spelling.length() >= SHORTEST);
  }

  /** Shannon's, of single characters. */
  private static double entropy(String value) {
    double bits = 0;
    for (int c : value.chars().distinct().toArray()) {
      double share = (double) value.chars().filter(other -> other == c).count() / value.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}

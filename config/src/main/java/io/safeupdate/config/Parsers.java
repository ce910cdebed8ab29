package io.safeupdate.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What single values can be. */
final class Parsers {
  private Parsers() {}

  /** Any text but blank. */
  static String text(String text) throws Rejection {
    if (text.isBlank()) {
      throw new Rejection("is empty", "write a value, or leave the key out");
    }
    return argument(text);
  }

  /** A part of a command; may be empty. */
  static String argument(String text) throws Rejection {
    if (text.indexOf('\0') >= 0) {
      throw new Rejection("holds a NUL character", "remove it");
    }
    return text;
  }

  static Boolean truth(String text) throws Rejection {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Rejection("is neither true nor false", "write true or false");
    };
  }

  /** A path inside a container, other than its root. */
  static String containerPath(String text) throws Rejection {
    String path = text(text).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    List<String> steps = Arrays.asList(path.split("/", -1));
    if (!path.startsWith("/") || path.equals("/") || steps.contains("..") || steps.contains(".")) {
      throw new Rejection(
          "is not a directory inside a container", "write an absolute path such as /backups");
    }
    return path;
  }

  /** A URL that can be shown in messages: it holds no user and no password. */
  static URI httpUrl(String text, String example) throws Rejection {
    String remedy = "write one such as " + example;
    try {
      URI url = new URI(text);
      if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
        throw new Rejection("is not an http or https URL", remedy);
      }
      if (url.getRawUserInfo() != null) {
        throw new Rejection("holds a user or password", "remove it: URLs are shown in messages");
      }
      if (url.getHost() == null || url.getPort() > 65_535) {
        throw new Rejection("is not a URL with a valid host and port", remedy);
      }
      return url;
    } catch (URISyntaxException e) {
      throw new Rejection("is not a URL", remedy);
    }
  }

  static Parser<Integer> between(int least, int most) {
    return text -> {
      if (text.matches("\\d{1,9}")) {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      }
      throw new Rejection(
          "is not a whole number from " + least + " to " + most, "write one, in digits");
    };
  }

  static <E extends Enum<E>> Parser<E> oneOf(Class<E> words) {
    List<E> known = List.of(words.getEnumConstants());
    return text ->
        known.stream()
            .filter(one -> word(one).equals(text))
            .findFirst()
            .orElseThrow(() -> unknownWord(text, known.stream().map(Parsers::word).toList()));
  }

  /** How a constant is written in the file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Rejection unknownWord(String text, List<String> known) {
    String choices = known.stream().collect(Collectors.joining(", ", "write one of: ", ""));
    return new Rejection(
        "is not a word known here",
        Nearest.of(text, known).map(word -> "did you mean \"" + word + "\"?").orElse(choices));
  }
}

package io.safeupdate.api.console.html;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A piece of a page. Text becomes one only by being escaped, so that no commit message, log line or
 * file name can be markup.
 */
public final class Html {
  public static final Html NOTHING = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** A text, word for word; signs that are invisible or turn the writing round are made visible. */
  public static Html text(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(sign -> escape(sign, escaped));
    return new Html(escaped.toString());
  }

  public static Html of(Html... pieces) {
    return new Html(Arrays.stream(pieces).map(Html::toString).collect(Collectors.joining()));
  }

  public static Html of(Iterable<Html> pieces) {
    StringBuilder markup = new StringBuilder();
    pieces.forEach(markup::append);
    return new Html(markup.toString());
  }

  /** An element whose attributes follow its name in pairs. */
  public static Tag tag(String name, String... attributes) {
    Tag tag = new Tag(name);
    for (int i = 0; i < attributes.length; i += 2) {
      tag = tag.with(attributes[i], attributes[i + 1]);
    }
    return tag;
  }

  private static void escape(int sign, StringBuilder escaped) {
    switch (sign) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '\n', '\t' -> escaped.append((char) sign);
      default -> escaped.appendCodePoint(isDeceptive(sign) ? '\uFFFD' : sign);
    }
  }

  private static boolean isDeceptive(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return markup;
  }

  /** An element that is being written. */
  public record Tag(String name, String opening) {
    Tag(String name) {
      this(name, "<" + name);
    }

    public Tag with(String attribute, String value) {
      return new Tag(name, opening + " " + attribute + "=\"" + Html.text(value) + "\"");
    }

    /** The element around other pieces. */
    public Html around(Html... pieces) {
      return new Html(opening + ">" + Html.of(pieces) + "</" + name + ">");
    }

    public Html around(Iterable<Html> pieces) {
      return around(Html.of(pieces));
    }

    public Html text(String text) {
      return around(Html.text(text));
    }

    /** The element with nothing in it, such as {@code meta}. */
    public Html empty() {
      return new Html(opening + "/>");
    }
  }
}

package io.safeupdate.api.console.html;

import java.time.Instant;
import java.util.List;

/** Small pieces that many pages have. */
public final class Pieces {
  private Pieces() {}

  /** A time, which programs can read too. */
  public static Html time(Instant instant) {
    return time(instant, Words.utc(instant));
  }

  /** How long ago it was; the time itself is shown to whoever points at it. */
  public static Html ago(Instant instant, Instant now) {
    return Html.tag("time", "datetime", instant.toString(), "title", Words.utc(instant))
        .text(Words.ago(instant, now));
  }

  private static Html time(Instant instant, String shown) {
    return Html.tag("time", "datetime", instant.toString()).text(shown);
  }

  public static Html link(String address, String text) {
    return Html.tag("a", "href", address).text(text);
  }

  /** What is typed or compared sign by sign. */
  public static Html code(String text) {
    return Html.tag("code").text(text);
  }

  /** A commit, in short; the whole of it is shown to whoever points at it. */
  public static Html commit(String commit) {
    return Html.tag("code", "title", commit).text(Words.commit(commit));
  }

  public static Html paragraph(String text) {
    return Html.tag("p").text(text);
  }

  /** What matters less. */
  public static Html aside(String text) {
    return Html.tag("p", "class", "faint").text(text);
  }

  /** What matters less, in a line. */
  public static Html faint(String text) {
    return Html.tag("span", "class", "faint").text(text);
  }

  public static Html heading(String text) {
    return Html.tag("h2").text(text);
  }

  /** A list of texts; nothing where there is none. */
  public static Html list(List<String> texts) {
    List<Html> items = texts.stream().map(text -> Html.tag("li").text(text)).toList();
    return items.isEmpty() ? Html.NOTHING : Html.tag("ul", "class", "notes").around(items);
  }
}

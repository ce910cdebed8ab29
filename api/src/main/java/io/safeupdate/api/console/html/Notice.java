package io.safeupdate.api.console.html;

/** Something that must not be overlooked: a mark, what it is about, and what to do. */
public final class Notice {
  private Notice() {}

  public static Html of(Mark mark, String title, Html... body) {
    return Html.tag("section", "class", "notice " + mark.style())
        .around(Html.tag("h2").around(mark.before(title)), Html.of(body));
  }

  /** What somebody asked for was refused; heard at once by those who listen. */
  public static Html refusal(String title, Html... body) {
    return Html.tag("section", "class", "notice bad", "role", "alert")
        .around(Html.tag("h2").around(Mark.BAD.before(title)), Html.of(body));
  }
}

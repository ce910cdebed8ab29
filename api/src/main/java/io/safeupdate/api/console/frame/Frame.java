package io.safeupdate.api.console.frame;

import io.safeupdate.api.console.html.Html;
import java.util.OptionalInt;

/**
 * What is around every page.
 *
 * @param title names the page
 * @param root the way to the console's first page, such as {@code ../}; links are relative, so that
 *     the console works below any path
 * @param refresh after how many seconds the page is to be loaded again
 */
public record Frame(String title, String root, OptionalInt refresh) {

  /** How often an open operation is looked at. */
  public static final OptionalInt LIVE = OptionalInt.of(3);

  public String page(Html... body) {
    return "<!DOCTYPE html>\n"
        + Html.tag("html", "lang", "en")
            .around(
                Html.tag("head").around(head()),
                Html.tag("body").around(header(), Html.tag("main").around(body)))
        + "\n";
  }

  private Html head() {
    return Html.of(
        Html.tag("meta", "charset", "utf-8").empty(),
        Html.tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
            .empty(),
        Html.tag("meta", "name", "color-scheme", "content", "light dark").empty(),
        reload(),
        Html.tag("title").text(title + " · Safe Update"),
        Html.tag("link", "rel", "icon", "href", root + "icon.svg").empty(),
        Html.tag("link", "rel", "stylesheet", "href", root + "console.css").empty());
  }

  private Html reload() {
    return refresh.isPresent()
        ? Html.tag("meta", "http-equiv", "refresh", "content", refresh.getAsInt() + "").empty()
        : Html.NOTHING;
  }

  private Html header() {
    String home = root.isEmpty() ? "./" : root;
    return Html.tag("header")
        .around(
            Html.tag("a", "class", "home", "href", home).text("Safe Update"),
            Html.tag("span", "class", "faint")
                .text(refresh.isPresent() ? "reloads every " + refresh.getAsInt() + " s" : ""));
  }
}

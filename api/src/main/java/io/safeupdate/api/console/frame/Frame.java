package io.safeupdate.api.console.frame;

import io.safeupdate.api.console.html.Html;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is around every page.
 *
 * @param title names the page
 * @param root the way to the console's first page, such as {@code ../}
 * @param refresh after how many seconds the page is to be looked at again, and nothing typed into
 *     it would be lost by that
 * @param menu the ways to other pages
 * @param news one sentence for those who listen to a page that changes by itself
 */
public record Frame(String title, String root, OptionalInt refresh, Html menu, String news) {

  /** How often an open operation is looked at. */
  public static final OptionalInt LIVE = OptionalInt.of(3);

  /** A page for nobody in particular. */
  public Frame(String title, String root, OptionalInt refresh) {
    this(title, root, refresh, Menu.NOBODYS.html(root), "");
  }

  /** A page for somebody. */
  public static Frame of(Visit visit, String title, Menu menu) {
    return new Frame(title, visit.root(), OptionalInt.empty(), menu.html(visit), "");
  }

  /** The same, looked at again after so many seconds. */
  public Frame refreshing(OptionalInt seconds) {
    return new Frame(title, root, seconds, menu, news);
  }

  /** The same with what is to be said when it has changed. */
  public Frame saying(String sentence) {
    return new Frame(title, root, refresh, menu, sentence);
  }

  public String page(Html... body) {
    return page(List.of(body));
  }

  public String page(List<Html> body) {
    return "<!DOCTYPE html>\n"
        + Html.tag("html", "lang", "en")
            .around(Html.tag("head").around(head()), Html.tag("body").around(body(body)))
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
        Html.tag("link", "rel", "stylesheet", "href", root + "console.css").empty(),
        Html.tag("script", "src", root + "console.js", "defer", "defer").text(""));
  }

  /** With a script, the page changes where it stands; without, it is loaded again. */
  private Html reload() {
    return seconds()
        .map(seconds -> Html.tag("meta", "http-equiv", "refresh", "content", seconds).empty())
        .map(meta -> Html.tag("noscript").around(meta))
        .orElse(Html.NOTHING);
  }

  private Html body(List<Html> body) {
    Html.Tag main = Html.tag("main", "id", "main", "tabindex", "-1", "data-news", news);
    return Html.of(
        Html.tag("a", "class", "skip", "href", "#main").text("Skip to the content"),
        Html.tag("header").around(menu),
        Html.tag("p", "id", "away", "class", "away", "role", "status").text(""),
        seconds().map(it -> main.with("data-live", it)).orElse(main).around(body),
        Html.tag("p", "id", "news", "class", "unseen", "role", "status").text(""));
  }

  private Optional<String> seconds() {
    return refresh.isPresent() ? Optional.of(String.valueOf(refresh.getAsInt())) : Optional.empty();
  }
}

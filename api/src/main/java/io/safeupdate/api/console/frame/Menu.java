package io.safeupdate.api.console.frame;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import java.util.List;
import java.util.Optional;

/**
 * The ways to other pages.
 *
 * @param here the page that is shown, as the menu names it
 * @param deployment that the page is about
 */
public record Menu(String here, Optional<String> deployment) {
  /** For a page that says why there is no other. */
  static final Menu NOBODYS = new Menu("", Optional.empty());

  private static final List<Way> PAGES =
      List.of(
          new Way("Status", ""),
          new Way("Update", "plan"),
          new Way("Restore points", "restore-points"),
          new Way("Backups", "backups"),
          new Way("Archives", "archives"),
          new Way("Schedules", "schedules"),
          new Way("Checks", "checks"),
          new Way("History", "history"));

  /** A page about all of the host. */
  public static Menu of(String here) {
    return new Menu(here, Optional.empty());
  }

  /** A page about one deployment. */
  public static Menu of(String deployment, String here) {
    return new Menu(here, Optional.of(deployment));
  }

  Html html(String root) {
    return Html.tag("div", "class", "bar").around(home(root));
  }

  Html html(Visit visit) {
    return Html.of(
        Html.tag("div", "class", "bar")
            .around(home(visit.root()), Pieces.faint(visit.host()), main(visit), who(visit)),
        deployment.map(name -> pages(name, visit)).orElse(Html.NOTHING));
  }

  private static Html home(String root) {
    return Html.tag("a", "class", "home", "href", root.isEmpty() ? "./" : root).text("Safe Update");
  }

  private Html main(Visit visit) {
    boolean isOfAll = deployment.isEmpty();
    return Html.tag("nav", "aria-label", "Console")
        .around(
            link(visit.to(), "Overview", isOfAll), link(visit.to("history"), "History", isOfAll));
  }

  private static Html who(Visit visit) {
    return Html.tag("span", "class", "who")
        .text(visit.caller().name() + ", " + visit.caller().role().label());
  }

  private Html pages(String name, Visit visit) {
    List<Html> links =
        PAGES.stream().map(way -> link(way.of(name, visit), way.name, true)).toList();
    return Html.tag("nav", "class", "tabs", "aria-label", name)
        .around(Html.tag("span", "class", "name").text(name), Html.of(links));
  }

  private Html link(String address, String name, boolean mayBeHere) {
    Html.Tag link = Html.tag("a", "href", address);
    return (mayBeHere && name.equals(here) ? link.with("aria-current", "page") : link).text(name);
  }

  /** A page about a deployment. */
  private record Way(String name, String path) {
    String of(String deployment, Visit visit) {
      return path.isEmpty() ? visit.ofDeployment(deployment) : visit.ofDeployment(deployment, path);
    }
  }
}
